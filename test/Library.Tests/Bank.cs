namespace Mach.Library.Tests;

/// <summary>The server of bank.defs.</summary>
internal sealed class Bank(ReceiveRight port) : BankService
{
    private readonly List<(byte[] Owner, coin_t[] Coins)> _accounts = [];

    public List<MachRight?> Kept { get; } = [];

    public int Calls { get; private set; }

    protected override kern_return_t deposit(
        ReceivedMessage caller, ReceivedMessage bank, ReadOnlySpan<byte> owner, ReadOnlySpan<coin_t> coins, ref stamp_t stamp, ReadOnlySpan<short> notes, out ulong worth)
    {
        Calls++;
        worth = 0;
        foreach (coin_t coin in coins)
        {
            coin_t copy = coin;
            worth += copy.Elements[0] * copy.Elements[1];
        }

        foreach (short note in notes)
            worth += (ulong)note;
        (stamp[0], stamp[2]) = (stamp[2], stamp[0]);
        _accounts.Add((owner.ToArray(), coins.ToArray()));
        return worth == 0 ? KERN_INVALID_VALUE : KERN_SUCCESS;
    }

    protected override kern_return_t withdraw(ReceivedMessage caller, ReceivedMessage bank, Span<byte> owner, Span<coin_t> coins, out uint coinsCnt, out short rest)
    {
        (coinsCnt, rest) = (0, 0);
        if (_accounts.Count == 0)
            return KERN_NO_SPACE;
        (byte[] Owner, coin_t[] Coins) account = _accounts[^1];
        account.Owner.CopyTo(owner);
        account.Coins.CopyTo(coins);
        coinsCnt = (uint)account.Coins.Length;
        rest = -7;
        return KERN_SUCCESS;
    }

    protected override kern_return_t rent_box(
        ReceivedMessage caller, ReceivedMessage bank, MachRight? key, ReadOnlySpan<ushort> papers, out int number, out MachRight? @lock, out ReadOnlyMemory<ushort> copies)
    {
        Kept.Add(key);
        number = papers.Length;
        @lock = port;
        copies = papers.ToArray();
        return KERN_SUCCESS;
    }

    protected override kern_return_t keys(ReceivedMessage caller, ReceivedMessage bank, MachRight?[] owners, out MachRight?[] two)
    {
        two = [owners[0], owners[1]];
        Kept.AddRange(owners[2..]);
        return KERN_SUCCESS;
    }

    protected override kern_return_t who_am_i(ReceivedMessage caller, ReceivedMessage bank, audit_token_t caller_token, out int process)
    {
        process = caller_token.ProcessId;
        return KERN_SUCCESS;
    }

    protected override kern_return_t close_bank(ReceivedMessage caller, ReceivedMessage bank)
    {
        port.Dispose();
        return KERN_SUCCESS;
    }
}
