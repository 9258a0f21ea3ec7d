namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Adds what a MIG routine hands over: what moves is the message's, what is copied or made stays the server's.</summary>
    internal void Add(in MigDescriptor<MachRight?> given)
    {
        switch (given.Type)
        {
            case MACH_MSG_PORT_DESCRIPTOR when given.Right is null:
                NoRight(given.Disposition);
                break;
            case MACH_MSG_PORT_DESCRIPTOR:
                Add(given.Right, given.Disposition);
                break;
            case MACH_MSG_OOL_PORTS_DESCRIPTOR:
                Add(given.Rights ?? [], given.Disposition);
                break;
            default:
                CopyOutOfLine(given.Memory.Span);
                break;
        }
    }

    private void Add(MachRight right, byte disposition) => _ = (disposition, right) switch
    {
        (MACH_MSG_TYPE_MOVE_RECEIVE, ReceiveRight receive) => Move(receive),
        (MACH_MSG_TYPE_MOVE_SEND, SendRight send) => Move(send),
        (MACH_MSG_TYPE_MOVE_SEND_ONCE, SendOnceRight once) => Move(once),
        (MACH_MSG_TYPE_COPY_SEND, SendRight send) => Copy(send),
        (MACH_MSG_TYPE_MAKE_SEND, ReceiveRight port) => MakeSend(port),
        (MACH_MSG_TYPE_MAKE_SEND_ONCE, ReceiveRight port) => MakeSendOnce(port),
        _ => throw WrongRight(right, disposition),
    };

    private void Add(MachRight?[] rights, byte disposition) => _ = disposition switch
    {
        MACH_MSG_TYPE_MOVE_RECEIVE => Move(All<ReceiveRight>(rights, disposition)),
        MACH_MSG_TYPE_MOVE_SEND => Move(All<SendRight>(rights, disposition)),
        MACH_MSG_TYPE_MOVE_SEND_ONCE => Move(All<SendOnceRight>(rights, disposition)),
        MACH_MSG_TYPE_COPY_SEND => Copy(All<SendRight>(rights, disposition)),
        _ => MakeSend(All<ReceiveRight>(rights, disposition)),
    };

    private static ReadOnlySpan<T> All<T>(MachRight?[] rights, byte disposition)
        where T : MachRight
    {
        var all = new T[rights.Length];
        for (int i = 0; i < all.Length; i++)
            all[i] = rights[i] as T ?? throw WrongRight(rights[i], disposition);
        return all;
    }

    private static InvalidOperationException WrongRight(MachRight? right, byte disposition) =>
        new($"A MIG routine handed over {right?.ToString() ?? "no right"} where its declaration says disposition {disposition}.");
}
