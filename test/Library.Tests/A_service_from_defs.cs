using System.Buffers.Binary;

namespace Mach.Library.Tests;

/// <summary>bank.defs: its server at Bob's port, its clients in Alice, and peers that do not keep to it.</summary>
public sealed class A_service_from_defs : World
{
    private const int Deposit = 80_000, Withdraw = 80_001, RentBox = 80_003;

    private readonly ReceiveRight _port;
    private readonly SendRight _send;
    private readonly Bank _bank;
    private readonly Task _service;

    public A_service_from_defs()
    {
        _port = ReceiveRight.Create(Bob);
        _send = Grant(_port);
        _bank = new Bank(_port);
        _service = _port.ServeAsync(_bank);
    }

    private BankAsyncClient Client => new(_send);

    private BankClient Raw => new(Alice.CurrentThread);

    [Fact]
    public async Task Answers_calls_that_are_awaited()
    {
        var (stamp, worth) = await Client.depositAsync("ann"u8, [Coin(2, 5), Coin(1, 7)], Stamp(1, 2, 3), [3, 4, 5], Soon);
        Assert.Equal(2UL * 5 + 7 + 12, worth);
        Assert.Equal([3, 2, 1], Bytes(stamp));
        var (owner, coins, rest) = await Client.withdrawAsync(Soon);
        Assert.Equal("ann", owner);
        Assert.Equal([5u, 7u], coins.Select(coin => coin.Elements[1]));
        Assert.Equal(-7, rest);
        Kept();
    }

    [Fact]
    public void Answers_calls_of_C_and_both_understand_each_other()
    {
        stamp_t stamp = Stamp(9, 8, 7);
        Assert.Equal(KERN_SUCCESS, Raw.deposit(_send.RawPort.Name, "bob"u8, [Coin(1, 1)], ref stamp, [], out ulong worth));
        Assert.Equal(1UL, worth);
        Assert.Equal([7, 8, 9], Bytes(stamp));
        Span<byte> owner = stackalloc byte[16];
        Span<coin_t> coins = stackalloc coin_t[8];
        Assert.Equal(KERN_SUCCESS, Raw.withdraw(_send.RawPort.Name, owner, coins, out uint count, out short rest));
        Assert.Equal((1u, -7), (count, rest));
        Assert.Equal("bob\0"u8, owner[..4]);
    }

    [Fact]
    public async Task Passes_rights_and_regions_as_objects()
    {
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        SendRight key = mine.MakeSend();
        var (number, @lock, copies) = await Client.rent_boxAsync(key, [10, 20, 65_535], Soon);
        Assert.False(key.IsHeld);
        Assert.Equal(3, number);
        Assert.Equal([10, 20, 65_535], copies);
        Assert.Equal(_send.RawPort, @lock!.RawPort);
        @lock.Dispose();
        SendRight?[] two = await Client.keysAsync([mine, mine, mine], Soon);
        Assert.All(two, right => Assert.Equal(mine.RawPort, right!.RawPort));
        foreach (SendRight? right in two)
            right!.Dispose();
        Assert.Equal(2, _bank.Kept.Count);
        Kept();
    }

    [Fact]
    public async Task Knows_who_asks()
    {
        Assert.Equal(KERN_SUCCESS, Raw.who_am_i(_send.RawPort.Name, out int process));
        Assert.Equal(Alice.ProcessId, process);
        Assert.Equal(Alice.ProcessId, await Client.who_am_iAsync(Soon));
        Kept();
    }

    [Fact]
    public async Task Says_what_it_refuses()
    {
        MachException refusal = await Assert.ThrowsAsync<MachException>(async () => await Client.withdrawAsync(Soon));
        Assert.Equal((KERN_NO_SPACE, "withdraw"), (refusal.Code, refusal.Routine));
        refusal = await Assert.ThrowsAsync<MachException>(async () => await Client.depositAsync("a name that is too long"u8, [], default, [], Soon));
        Assert.Equal(MIG_ARRAY_TOO_LARGE, refusal.Code);
        Assert.Equal(0, _bank.Calls);
        Kept();
    }

    [Fact]
    public async Task Ends_when_it_is_told()
    {
        await Client.close_bankAsync(Soon);
        await _service.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(MACH_SEND_INVALID_DEST, (await Assert.ThrowsAsync<MachException>(async () => await Client.close_bankAsync(Soon))).Code.Base);
    }

    public static TheoryData<string, int, string, int, kern_return_t> Bent => new()
    {
        { "an id that was skipped", 80_002, "", 0, MIG_BAD_ID },
        { "an id of nobody", 81_000, "", 0, MIG_BAD_ID },
        { "too short", Withdraw, "00000000", 0, MIG_BAD_ARGUMENTS },
        { "a right where none belongs", Withdraw, "", 1, MIG_BAD_ARGUMENTS },
        { "no right where one belongs", RentBox, "0000000001000000 00000000", 0, MIG_BAD_ARGUMENTS },
        { "a right too many", RentBox, "0000000001000000 00000000", 3, MIG_BAD_ARGUMENTS },
        { "a right in place of a region", RentBox, "0000000001000000 00000000 00000000", 2, MIG_TYPE_ERROR },
        { "a string without its end", Deposit, "0000000001000000 00000000 04000000 41414141 00000000 01020300 00000000", 0, MIG_BAD_ARGUMENTS },
        { "a string that is too long", Deposit, "0000000001000000 00000000 11000000 41414141 00000000 01020300 00000000", 0, MIG_BAD_ARGUMENTS },
        { "more coins than there may be", Deposit, "0000000001000000 00000000 04000000 41414100 ff000000 01020300 00000000", 0, MIG_BAD_ARGUMENTS },
        { "half a coin", Deposit, "0000000001000000 00000000 04000000 41414100 01000000 01020300 00000000", 0, MIG_BAD_ARGUMENTS },
        { "notes that do not fill the message", Deposit, "0000000001000000 00000000 04000000 41414100 00000000 01020300 00000000 00000000", 0, MIG_BAD_ARGUMENTS },
        { "notes beyond the message", Deposit, "0000000001000000 00000000 04000000 41414100 00000000 01020300 04000000", 0, MIG_BAD_ARGUMENTS },
    };

    [Theory]
    [MemberData(nameof(Bent))]
    [Rule("R-KOBJ-3", "R-KOBJ-4", "R-KOBJ-5")]
    public void Answers_a_bent_request_with_the_right_code_and_keeps_nothing(string how, int id, string body, int rights, kern_return_t code)
    {
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        using var request = new MessageBuilder(Alice, id);
        for (int i = 0; i < rights; i++)
            request.MakeSend(mine);
        using (ReceivedMessage reply = _send.Call(request.Write(Convert.FromHexString(body.Replace(" ", "", StringComparison.Ordinal))), Soon))
        {
            Assert.Equal(code, (kern_return_t)BitConverter.ToInt32(reply.Body[8..]));
            Assert.Equal(36, reply.Size);
        }

        Assert.Equal(KERN_SUCCESS, Raw.who_am_i(_send.RawPort.Name, out _));
        Assert.False(mine.Status.HasSendRights, how);
        Assert.Empty(_bank.Kept);
        Assert.Equal(0, _bank.Calls);
    }

    public static TheoryData<string, int, string, int, int, kern_return_t> BentReplies => new()
    {
        { "another id", 1, "", 0, 0, MIG_REPLY_MISMATCH },
        { "a code alone", 0, "0000000001000000 05000000", 0, 0, KERN_FAILURE },
        { "success without what belongs to it", 0, "0000000001000000 00000000", 0, 0, MIG_TYPE_ERROR },
        { "no right and no region", 0, "0000000001000000 00000000 00000000", 0, 0, MIG_TYPE_ERROR },
        { "a right and no region", 0, "0000000001000000 07000000 00000000", 1, 0, MIG_TYPE_ERROR },
        { "two rights and no region", 0, "0000000001000000 07000000 00000000", 2, 0, MIG_TYPE_ERROR },
        { "a count that is not the region's", 0, "0000000001000000 07000000 09000000", 1, 4, MIG_TYPE_ERROR },
        { "too long", 0, "0000000001000000 07000000 02000000 00000000", 1, 4, MIG_TYPE_ERROR },
        { "as it should be", 0, "0000000001000000 07000000 02000000", 1, 4, KERN_SUCCESS },
    };

    [Theory]
    [MemberData(nameof(BentReplies))]
    public async Task A_bent_reply_is_refused_and_what_it_carries_released(string how, int distance, string body, int rights, int region, kern_return_t code)
    {
        using ReceiveRight port = ReceiveRight.Create(Bob), other = ReceiveRight.Create(Bob), key = ReceiveRight.Create(Alice);
        using SendRight send = Grant(port);
        ValueTask<(int, SendRight?, ushort[])> call = new BankAsyncClient(send).rent_boxAsync(key.MakeSend(), [1], Soon);
        using (ReceivedMessage request = port.Receive(Soon))
        {
            using var reply = new MessageBuilder(Bob, request.Id + 100 + distance);
            for (int i = 0; i < rights; i++)
                reply.MakeSend(other);
            if (region != 0)
                reply.CopyOutOfLine(new byte[region]);
            request.Reply(reply.Write(Convert.FromHexString(body.Replace(" ", "", StringComparison.Ordinal))), MachTimeout.NoWait);
        }

        if (code == KERN_SUCCESS)
        {
            var (number, right, papers) = await call;
            Assert.Equal((7, 2), (number, papers.Length));
            right!.Dispose();
        }
        else
        {
            Assert.Equal(code, (await Assert.ThrowsAsync<MachException>(async () => await call)).Code);
        }

        Assert.False(other.Status.HasSendRights, how);
        Kept();
    }

    [Fact]
    [Rule("R-KOBJ-4", "R-KOBJ-5")]
    public void Random_requests_do_no_harm()
    {
        var random = new Random(80_000);
        using ReceiveRight mine = ReceiveRight.Create(Alice);
        using var request = new MessageBuilder(Alice);
        byte[] body = new byte[64];
        var seen = new HashSet<kern_return_t>();
        for (int round = 0; round < 20_000; round++)
        {
            request.Id = Deposit + random.Next(8);
            for (int rights = random.Next(3); rights > 0; rights--)
                request.MakeSend(mine);
            if (random.Next(4) == 0)
                request.CopyOutOfLine(body.AsSpan(0, random.Next(8)));
            random.NextBytes(body);
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(12), (uint)random.Next(20));
            if (request.Id == 80_006)
                request.Id = 80_010;   // nobody closes the bank here
            using ReceivedMessage reply = _send.Call(request.Write(body.AsSpan(0, random.Next(17) * 4)), Soon);
            if (reply is { Size: 36, ItemCount: 0 })
                seen.Add((kern_return_t)BitConverter.ToInt32(reply.Body[8..]));
        }

        foreach (MachRight? kept in _bank.Kept)
            kept?.Dispose();
        Assert.Equal(KERN_SUCCESS, Raw.who_am_i(_send.RawPort.Name, out _));
        Assert.False(mine.Status.HasSendRights);
        Assert.Superset(new HashSet<kern_return_t> { MIG_BAD_ID, MIG_BAD_ARGUMENTS, MIG_TYPE_ERROR }, seen);
    }

    /// <summary>The port at which Alice awaits replies is kept for the next call.</summary>
    private void Kept() => Names++;

    private static coin_t Coin(uint number, uint worth)
    {
        coin_t coin = default;
        (coin.Elements[0], coin.Elements[1]) = (number, worth);
        return coin;
    }

    private static stamp_t Stamp(byte a, byte b, byte c)
    {
        stamp_t stamp = default;
        (stamp[0], stamp[1], stamp[2]) = (a, b, c);
        return stamp;
    }

    private static byte[] Bytes(stamp_t stamp) => [stamp[0], stamp[1], stamp[2]];

    protected override void Dispose(bool disposing)
    {
        foreach (MachRight? kept in _bank.Kept)
            kept?.Dispose();
        _port.Dispose();
        Assert.True(_service.Wait(TimeSpan.FromSeconds(20)));
        _send.Dispose();
        base.Dispose(disposing);
    }
}
