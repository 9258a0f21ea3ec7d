namespace Mach.Kernel;

/// <summary>
/// What a message does to a voucher whose attributes depend on who holds it: sending says for whom, receiving says to whom (R-VOU-12).
/// Others pass unchanged.
/// </summary>
internal static class VoucherPassage
{
    /// <summary>The message leaves its sender. No lock held.</summary>
    internal static void Send(KTask sender, KMessage message, ref Aftermath after) =>
        Exchange(message, sender, static (value, task) => BankKey.Sent(value, ProcessName.Of(task)), ref after);

    /// <summary>The message comes to a receiver, or back to its sender. No lock held.</summary>
    internal static void Receive(KTask receiver, KMessage message, ref Aftermath after) =>
        Exchange(message, receiver, static (value, task) => BankKey.Received(value, ProcessName.Of(task)), ref after);

    private static void Exchange(KMessage message, KTask task, Func<BankValue, KTask, BankValue> change, ref Aftermath after)
    {
        if (message.Voucher?.KernelObject is not KVoucher voucher || voucher.Values[MACH_VOUCHER_ATTR_KEY_BANK] is not BankValue value)
            return;
        var old = message.Voucher;
        var values = new VoucherValues(voucher.Values, MACH_VOUCHER_ATTR_KEY_BANK, change(value, task));
        message.Voucher = task.Kernel.Vouchers.MakeSend(values);
        after.Release(old, (byte)MACH_MSG_TYPE_PORT_SEND);
    }
}
