using System.Runtime.InteropServices;
using System.Text;

namespace Mach.Generators.Tests;

/// <summary>A subsystem of an application, generated in this project, from client to server and back.</summary>
public unsafe class An_own_subsystem
{
    private readonly EverythingTeller _server = new();
    private readonly OneServerKernel _kernel;
    private readonly EverythingClient _client;

    public An_own_subsystem()
    {
        _kernel = new(_server);
        _client = new(_kernel.Thread());
    }

    [Fact]
    public void Carries_strings_of_any_length_both_ways()
    {
        var joined = new byte[20];
        var shout = new byte[9];
        Assert.Equal(KERN_SUCCESS, _client.strings(9, "one"u8, -5, "two"u8, "three"u8, 1UL << 40, joined, shout, out var length));
        Assert.Equal("one,-5,two,three,1099511627776", _server.Heard);
        Assert.Equal("one+two", Text(joined));
        Assert.Equal("THREE", Text(shout));
        Assert.Equal(6, length);
        Assert.Equal(32 + (4 + 4 + 4) + 4 + (4 + 4 + 4) + 12 + 8, _kernel.Request.Length);
    }

    [Fact]
    public void Carries_empty_and_full_strings()
    {
        var joined = new byte[20];
        var shout = new byte[9];
        Assert.Equal(KERN_SUCCESS, _client.strings(9, "fifteen letters"u8, 0, ""u8, "eleven lett"u8, 0, joined, shout, out _));
        Assert.Equal("fifteen letters,0,,eleven lett,0", _server.Heard);
        Assert.Equal("fifteen letters+", Text(joined));
        Assert.Equal("ELEVEN L", Text(shout));
        Assert.Equal(MIG_ARRAY_TOO_LARGE, _client.strings(9, "sixteen letters!"u8, 0, ""u8, ""u8, 0, joined, shout, out _));
    }

    [Fact]
    public void Carries_several_arrays_in_one_message()
    {
        var odd = new Odd { First = 1, Second = Colour.Blue, Third = 2 };
        var reversed = new byte[6];
        var sums = new ulong[4];
        Odd[] odds = [new() { First = 7, Third = 8 }, new() { First = 9, Second = Colour.Red }];
        Assert.Equal(KERN_SUCCESS, _client.arrays(9, [1, 2, 3], Colour.Red, odds, -9, reversed, out var count, ref odd, sums, out var sumCount, out var mixed));
        Assert.Equal("3 Red 2 -9 1 Blue 2", _server.Heard);
        Assert.Equal([3, 2, 1], reversed[..(int)count]);
        Assert.Equal([16ul, 4096], sums[..(int)sumCount]);
        Assert.Equal((ushort)2, odd.First);
        Assert.Equal(Colour.Blue, mixed);
    }

    [Fact]
    public void Offers_the_server_no_more_room_than_the_caller_has()
    {
        var odd = default(Odd);
        var sums = new ulong[1];
        Assert.Equal(KERN_SUCCESS, _client.arrays(9, [], Colour.Red, [], 0, new byte[6], out var count, ref odd, sums, out var sumCount, out _));
        Assert.Equal((0u, 1u), (count, sumCount));
        Assert.Equal(1, _server.Room);
    }

    [Fact]
    public void Carries_regions_and_arrays_of_rights()
    {
        var data = stackalloc Odd[3] { new() { First = 1 }, new() { First = 2 }, new() { First = 3 } };
        var rights = stackalloc uint[2] { 0x103, 0x203 };
        var echo = new int[3];
        Assert.Equal(KERN_SUCCESS, _client.regions(
            9, new((ulong)data), 3, new((ulong)rights), 2, 0x303, [5, 6], out var copy, out var copyCount, out var back, out var backCount, out var receive, echo, out var echoCount));
        Assert.Equal("1 2 3; 103 203; 303; 5 6", _server.Heard);
        Assert.Equal("1 2 3", Encoding.ASCII.GetString((byte*)copy.Address, (int)copyCount));
        Assert.Equal([0x203u, 0x103], new ReadOnlySpan<uint>((void*)back.Address, (int)backCount).ToArray());
        Assert.Equal(0x999u, receive);
        Assert.Equal([6, 5], echo[..(int)echoCount]);
        Assert.All(_kernel.LeftOver, d => Assert.Equal(default, d));
    }

    [Fact]
    public void Leaves_rights_alone_when_the_routine_refuses()
    {
        _server.Answer = KERN_NO_ACCESS;
        var data = stackalloc Odd[1];
        var rights = stackalloc uint[1] { 0x103 };
        Assert.Equal(KERN_NO_ACCESS, _client.regions(9, new((ulong)data), 1, new((ulong)rights), 1, 0x303, [], out _, out _, out _, out _, out _, new int[3], out _));
        Assert.Equal([0x103u], _kernel.LeftOver[1].Rights!);
        Assert.Equal(0x303u, _kernel.LeftOver[2].Right);
    }

    [Fact]
    public void A_simple_routine_is_sent_and_not_answered()
    {
        Assert.Equal(KERN_SUCCESS, _client.tell(9, 42, 0x503));
        Assert.Equal("42 503", _server.Heard);
        Assert.Empty(_kernel.Reply);
        Assert.Equal(1uL | (1uL << 34), _kernel.Options);
    }

    [Fact]
    public void The_subject_is_what_the_declaration_says()
    {
        Assert.Equal(KERN_SUCCESS, _client.nothing(9, 3));
        Assert.Equal("Task 9: 3", _server.Heard);
        _server.Refusal = KERN_INVALID_TASK;
        Assert.Equal(KERN_INVALID_TASK, _client.nothing(9, 3));
    }

    [Fact]
    public void A_number_that_was_skipped_is_no_routines()
    {
        var message = new byte[36];
        BitConverter.TryWriteBytes(message.AsSpan(20), EverythingRoutines.First + 2);
        var request = new MigRequest<uint> { Bytes = message };
        var reply = new MigReply<uint> { Bytes = new byte[_server.LargestReply], Descriptors = new MigDescriptor<uint>[_server.MostReplyDescriptors] };
        Assert.Equal(MIG_BAD_ID, _server.Dispatch("caller", ref request, ref reply));
        Assert.Equal(90_006, EverythingRoutines.End);
        Assert.Null(EverythingRoutines.NameOf(90_002));
    }

    [Fact]
    public void Without_room_for_the_largest_reply_the_servers_host_is_at_fault()
    {
        var server = _server;
        Assert.Throws<ArgumentException>(() =>
        {
            var request = new MigRequest<uint> { Bytes = new byte[24] };
            var reply = new MigReply<uint> { Bytes = new byte[35] };
            server.Dispatch("caller", ref request, ref reply);
        });
    }

    private static string Text(byte[] bytes) => Encoding.ASCII.GetString(bytes.AsSpan(0, bytes.AsSpan().IndexOf((byte)0)));

    private sealed class EverythingTeller : EverythingServer<object, uint, string>
    {
        public string Heard { get; private set; } = "";

        public int Room { get; private set; }

        public kern_return_t Answer { get; set; }

        public kern_return_t Refusal { get; set; }

        protected override kern_return_t Translate(object caller, uint port, MigSubject kind, out string subject)
        {
            subject = $"{kind} {port}";
            return Refusal;
        }

        protected override kern_return_t strings(
            object caller, string server, ReadOnlySpan<byte> first, int between, ReadOnlySpan<byte> second, ReadOnlySpan<byte> whole, ulong last,
            Span<byte> joined, Span<byte> shout, out int length)
        {
            Heard = $"{Encoding.ASCII.GetString(first)},{between},{Encoding.ASCII.GetString(second)},{Encoding.ASCII.GetString(whole)},{last}";
            Encoding.ASCII.GetBytes($"{Encoding.ASCII.GetString(first)}+{Encoding.ASCII.GetString(second)}", joined);
            for (var i = 0; i < Math.Min(whole.Length, shout.Length); i++)
                shout[i] = (byte)char.ToUpperInvariant((char)whole[i]);
            length = first.Length + second.Length;
            return Answer;
        }

        protected override kern_return_t arrays(
            object caller, string server, ReadOnlySpan<byte> bytes, Colour colour, ReadOnlySpan<Odd> odds, sbyte small,
            Span<byte> reversed, out uint reversedCnt, ref Odd odd, Span<ulong> sums, out uint sumsCnt, out Colour mixed)
        {
            Heard = $"{bytes.Length} {colour} {odds.Length} {small} {odd.First} {odd.Second} {odd.Third}";
            bytes.CopyTo(reversed);
            reversed[..bytes.Length].Reverse();
            reversedCnt = (uint)bytes.Length;
            Room = sums.Length;
            sumsCnt = (uint)Math.Min(2, sums.Length);
            var sum = 0ul;
            foreach (var o in odds)
                sum += o.First;
            sums[0] = sum;
            if (sums.Length > 1)
                sums[1] = 4096;
            odd.First++;
            mixed = Colour.Blue;
            return Answer;
        }

        protected override kern_return_t regions(
            object caller, string server, ReadOnlySpan<Odd> data, uint[] rights, uint single, ReadOnlySpan<int> tail,
            out ReadOnlyMemory<byte> copy, out uint[] back, out uint receive, Span<int> echo, out uint echoCnt)
        {
            var firsts = string.Join(' ', data.ToArray().Select(o => o.First));
            Heard = $"{firsts}; {string.Join(' ', rights.Select(r => $"{r:x}"))}; {single:x}; {string.Join(' ', tail.ToArray())}";
            copy = Encoding.ASCII.GetBytes(firsts);
            back = [.. rights.Reverse()];
            receive = 0x999;
            tail.CopyTo(echo);
            echo[..tail.Length].Reverse();
            echoCnt = (uint)tail.Length;
            return Answer;
        }

        protected override kern_return_t tell(object caller, string server, int what, uint whom)
        {
            Heard = $"{what} {whom:x}";
            return Answer;
        }

        protected override kern_return_t nothing(object caller, string @class, int @event)
        {
            Heard = $"{@class}: {@event}";
            return Answer;
        }
    }
}
