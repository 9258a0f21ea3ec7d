using Mach;
using MigService;

/// <summary>What the server skeleton calls: a method for each routine of pawn_shop.defs.</summary>
internal sealed class Shop(ReceiveRight port) : PawnShopService
{
    private readonly Dictionary<int, (byte[] Label, byte[] Thing)> _things = [];

    protected override kern_return_t pawn(ReceivedMessage caller, ReceivedMessage shop, ReadOnlySpan<byte> label, ReadOnlySpan<byte> thing, out int ticket)
    {
        ticket = 100 + _things.Count;
        _things.Add(ticket, (label.ToArray(), thing.ToArray()));
        return KERN_SUCCESS;
    }

    protected override kern_return_t redeem(ReceivedMessage caller, ReceivedMessage shop, int ticket, Span<byte> label, out ReadOnlyMemory<byte> thing)
    {
        bool known = _things.Remove(ticket, out var found);
        found.Label?.CopyTo(label);
        thing = found.Thing;
        return known ? KERN_SUCCESS : KERN_INVALID_NAME;
    }

    protected override kern_return_t sum(ReceivedMessage caller, ReceivedMessage shop, ReadOnlySpan<int> values, out int total)
    {
        total = values.ToArray().Sum();
        return KERN_SUCCESS;
    }

    protected override kern_return_t close_shop(ReceivedMessage caller, ReceivedMessage shop)
    {
        port.Dispose();
        return KERN_SUCCESS;
    }
}
