namespace Mach.Abi;

public static partial class MigStub
{
    /// <summary>As <see cref="Call(CallingThread, Span{byte}, int, uint, uint, int, int, ulong)"/>, in a way that the routine or its caller chose.</summary>
    public static kern_return_t Call(
        CallingThread thread, Span<byte> message, int size, uint remote, uint disposition, int id, int descriptors, ulong kind, in MigSending sending)
    {
        var traps = new MachTrapClient(thread);
        var reply = sending.SpecialReplyPort ? traps.thread_get_special_reply_port() : sending.ReplyPort != 0 ? sending.ReplyPort : thread.MigReplyPort;
        kern_return_t code;
        do
            code = Trap(thread, message, Send | Receive | kind | sending.AllOptions, disposition | MakeSendOnce, size, remote, reply, id, descriptors, sending.Timeout);
        while (code == kern_return_t.MACH_SEND_INTERRUPTED);
        while (code == kern_return_t.MACH_RCV_INTERRUPTED)
            code = Trap(thread, message, Receive | (sending.AllOptions & ~(ulong)MACH_SEND_TIMEOUT), 0, 0, 0, reply, 0, 0, sending.Timeout);
        Consume(thread, message, code, sending);
        if (sending.SpecialReplyPort)
            Destroy(traps, reply);
        else if (sending.ReplyPort == 0 && !KeepsReplyPort(code))
            thread.DropMigReplyPort();
        return code;
    }

    /// <summary>As <see cref="SendOnly(CallingThread, Span{byte}, int, uint, uint, int, int, ulong)"/>, in a way that the routine or its caller chose.</summary>
    public static kern_return_t SendOnly(
        CallingThread thread, Span<byte> message, int size, uint remote, uint disposition, int id, int descriptors, ulong kind, in MigSending sending)
    {
        kern_return_t code;
        do
            code = Trap(thread, message, Send | kind | sending.AllOptions, disposition, size, remote, 0, id, descriptors, sending.Timeout);
        while (code == kern_return_t.MACH_SEND_INTERRUPTED);
        Consume(thread, message, code, sending);
        return code;
    }

    /// <summary>Codes after which no answer can arrive any more.</summary>
    private static bool KeepsReplyPort(kern_return_t code) => code is kern_return_t.KERN_SUCCESS or
        kern_return_t.MACH_SEND_INVALID_DATA or kern_return_t.MACH_SEND_INVALID_DEST or kern_return_t.MACH_SEND_INVALID_HEADER;

    /// <summary>Releases what a request carries that was not sent, where the routine says so.</summary>
    private static void Consume(CallingThread thread, Span<byte> message, kern_return_t code, in MigSending sending)
    {
        var isOfSend = ((int)code & ~0xff) == 0x10000000;
        var consumes = sending.ConsumeOnSendError == MigConsumption.Any ? isOfSend : sending.ConsumeOnSendError == MigConsumption.Timeout && code == kern_return_t.MACH_SEND_TIMED_OUT;
        if (consumes)
            new ReceivedRights(thread).Release(message);
    }

    private static void Destroy(MachTrapClient traps, uint port)
    {
        var self = traps.task_self_trap();
        traps._kernelrpc_mach_port_destruct_trap(self, port, -1, 0); // its receive right and the one send right that it is born with
        traps._kernelrpc_mach_port_deallocate_trap(self, self);
    }
}
