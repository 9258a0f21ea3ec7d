using System.Buffers.Binary;

namespace Mach.Generators.Tests;

/// <summary>How generated clients judge replies, and what becomes of those they refuse.</summary>
public class Replies
{
    private const int TypeReply = 3301, NamesReply = 3300, NotificationReply = 3313, ExtractReply = 3315, AttributesReply = 3317, DescriptionReply = 3339;

    private readonly ReplyScript _script = new();

    private MachPortClient Client => new(_script.Thread);

    /// <summary>A call with much room for its reply: what does not fit, the kernel destroys itself.</summary>
    private kern_return_t Describe() => Client.mach_port_kobject_description(1, 2, out _, out _, new byte[512]);

    [Fact]
    public void A_true_reply_gives_its_results()
    {
        _script.Reply = ReplyScript.Simple(TypeReply, KERN_SUCCESS, 0x10000);
        Assert.Equal(KERN_SUCCESS, Client.mach_port_type(1, 2, out var type));
        Assert.Equal(0x10000u, type);
        Assert.Empty(_script.Released);
    }

    [Fact]
    public void An_error_reply_gives_its_code_and_no_results()
    {
        _script.Reply = ReplyScript.Simple(TypeReply, KERN_INVALID_NAME);
        Assert.Equal(KERN_INVALID_NAME, Client.mach_port_type(1, 2, out var type));
        Assert.Equal(0u, type);
    }

    [Fact]
    public void A_code_that_nobody_knows_is_kept()
    {
        _script.Reply = ReplyScript.Simple(TypeReply, (kern_return_t)123456);
        Assert.Equal((kern_return_t)123456, Client.mach_port_type(1, 2, out _));
    }

    [Fact]
    public void A_failure_in_a_full_reply_is_a_failure()
    {
        _script.Reply = ReplyScript.Simple(TypeReply, KERN_INVALID_RIGHT, 7);
        Assert.Equal(KERN_INVALID_RIGHT, Client.mach_port_type(1, 2, out var type));
        Assert.Equal(0u, type);
    }

    [Fact]
    public void A_send_once_notification_says_that_the_server_died()
    {
        _script.Reply = ReplyScript.Simple(71, KERN_SUCCESS);
        Assert.Equal(MIG_SERVER_DIED, Client.mach_port_type(1, 2, out _));
    }

    [Fact]
    public void Another_id_is_a_mismatch()
    {
        _script.Reply = ReplyScript.Simple(TypeReply + 1, KERN_SUCCESS, 0);
        Assert.Equal(MIG_REPLY_MISMATCH, Client.mach_port_type(1, 2, out _));
    }

    [Fact]
    public void A_success_without_its_results_is_a_type_error()
    {
        _script.Reply = ReplyScript.Simple(TypeReply, KERN_SUCCESS);
        Assert.Equal(MIG_TYPE_ERROR, Client.mach_port_type(1, 2, out _));
    }

    [Fact]
    public void A_reply_that_asks_for_an_answer_is_a_type_error_and_its_reply_right_is_released()
    {
        _script.Reply = ReplyScript.Simple(TypeReply, KERN_SUCCESS, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(_script.Reply, (18 << 8) | 18);
        BinaryPrimitives.WriteUInt32LittleEndian(_script.Reply.AsSpan(8), 0x1103);
        Assert.Equal(MIG_TYPE_ERROR, Client.mach_port_type(1, 2, out _));
        Assert.Equal(["deallocate 4355"], _script.Released);
    }

    [Fact]
    public void Rights_and_memory_where_none_belong_are_released()
    {
        _script.Reply = ReplyScript.Complex(DescriptionReply, [ReplyScript.Port(0x903, 17), ReplyScript.Port(0xa03, 18), ReplyScript.Port(0xb03, 16)]);
        Assert.Equal(MIG_TYPE_ERROR, Describe());
        Assert.Equal(["deallocate 2307", "deallocate 2563", "mod_refs 2819 1 -1"], _script.Released);
    }

    [Fact]
    public void A_late_reply_to_another_call_is_released_whole()
    {
        _script.Reply = ReplyScript.Complex(
            NamesReply, [ReplyScript.Region(1, 0x5000, 8), ReplyScript.Region(1, 0x7000, 8, deallocate: 0)], ReplyScript.Words(0, 1, 2, 2));
        Assert.Equal(MIG_REPLY_MISMATCH, Describe());
        Assert.Equal(["free 20480 8"], _script.Released);
    }

    [Fact]
    public unsafe void An_array_of_rights_is_released_element_by_element()
    {
        uint* names = stackalloc uint[] { 0x303, 0, 0x403, uint.MaxValue };
        _script.Reply = ReplyScript.Complex(NamesReply, [ReplyScript.Region(2, (ulong)names, 4, 17), ReplyScript.Guarded(0x503, 99, 0), ReplyScript.Guarded(0x603, 99, 2)]);
        Assert.Equal(MIG_REPLY_MISMATCH, Describe());
        Assert.Equal(
            ["deallocate 771", "deallocate 1027", $"free {(ulong)names} 16", "unguard 1283 99", "mod_refs 1283 1 -1", "mod_refs 1539 1 -1"],
            _script.Released);
    }

    [Fact]
    public void A_complex_reply_gives_its_regions()
    {
        _script.Reply = ReplyScript.Complex(
            NamesReply, [ReplyScript.Region(1, 0x5000, 8), ReplyScript.Region(1, 0x6000, 8)], ReplyScript.Words(0, 1, 2, 2));
        Assert.Equal(KERN_SUCCESS, Client.mach_port_names(1, out var names, out var count, out var types, out _));
        Assert.Equal((0x5000ul, 2u, 0x6000ul), (names.Address, count, types.Address));
        Assert.Empty(_script.Released);
    }

    [Theory]
    [InlineData(0, 8u, 2u, 2u)] // a port array where data belongs
    [InlineData(1, 12u, 2u, 2u)] // more bytes than the count says
    [InlineData(2, 8u, 2u, 3u)] // a count that lies
    public void A_region_that_is_not_what_its_count_says_is_refused(int which, uint size, uint namesCount, uint typesCount)
    {
        _script.Reply = ReplyScript.Complex(
            NamesReply, [ReplyScript.Region(which == 0 ? (byte)2 : (byte)1, 0x500, size, 17), ReplyScript.Region(1, 0x600, 8)], ReplyScript.Words(0, 1, namesCount, typesCount));
        Assert.Equal(MIG_TYPE_ERROR, Client.mach_port_names(1, out var names, out _, out _, out _));
        Assert.Equal(0ul, names.Address);
        Assert.Contains("free 1536 8", _script.Released);
    }

    [Fact]
    public void A_right_of_another_kind_is_refused_and_released()
    {
        _script.Reply = ReplyScript.Complex(NotificationReply, [ReplyScript.Port(0x903, 17)]);
        Assert.Equal(MIG_TYPE_ERROR, Client.mach_port_request_notification(1, 2, 72, 0, 3, 21, out var previous));
        Assert.Equal(0u, previous);
        Assert.Equal(["deallocate 2307"], _script.Released);
    }

    [Fact]
    public void A_polymorphic_result_tells_its_disposition()
    {
        _script.Reply = ReplyScript.Complex(ExtractReply, [ReplyScript.Port(0x903, 16)]);
        Assert.Equal(KERN_SUCCESS, Client.mach_port_extract_right(1, 2, 16, out var name, out var disposition));
        Assert.Equal((0x903u, 16u), (name, disposition));
    }

    [Fact]
    public void A_complex_failure_without_a_code_is_a_type_error()
    {
        _script.Reply = ReplyScript.Simple(ExtractReply, KERN_SUCCESS);
        Assert.Equal(MIG_TYPE_ERROR, Client.mach_port_extract_right(1, 2, 16, out _, out _));
        _script.Reply = ReplyScript.Simple(ExtractReply, KERN_INVALID_VALUE);
        Assert.Equal(KERN_INVALID_VALUE, Client.mach_port_extract_right(1, 2, 16, out _, out _));
    }

    [Fact]
    public void More_elements_than_room_fill_the_room_and_say_so()
    {
        _script.Reply = ReplyScript.Simple(AttributesReply, KERN_SUCCESS, 3, 10, 11, 12);
        Span<int> info = stackalloc int[2];
        Assert.Equal(MIG_ARRAY_TOO_LARGE, Client.mach_port_get_attributes(1, 2, 1, info, out var count));
        Assert.Equal(3u, count);
        Assert.Equal([10, 11], info.ToArray());
    }

    [Theory]
    [InlineData(4u)] // more than travelled
    [InlineData(2u)] // less than travelled
    [InlineData(18u)] // more than there can be
    public void A_count_that_lies_is_a_type_error(uint count)
    {
        _script.Reply = ReplyScript.Simple(AttributesReply, KERN_SUCCESS, count, 10, 11, 12);
        Span<int> info = stackalloc int[17];
        Assert.Equal(MIG_TYPE_ERROR, Client.mach_port_get_attributes(1, 2, 1, info, out _));
    }

    [Fact]
    public void An_array_that_is_too_long_is_not_sent()
    {
        Assert.Equal(MIG_ARRAY_TOO_LARGE, Client.mach_port_set_attributes(1, 2, 1, new int[18]));
        Assert.Empty(_script.Sends);
    }

    [Theory]
    [InlineData(MACH_SEND_INVALID_DATA, 0)]
    [InlineData(MACH_SEND_INVALID_DEST, 0)]
    [InlineData(MACH_SEND_INVALID_HEADER, 0)]
    [InlineData(MACH_SEND_INVALID_REPLY, 1)]
    [InlineData(MACH_SEND_NO_BUFFER, 1)]
    [InlineData(MACH_RCV_INVALID_NAME, 1)]
    [InlineData(MACH_RCV_TOO_LARGE, 1)]
    [InlineData(MACH_RCV_TIMED_OUT, 1)]
    [InlineData(MACH_RCV_PORT_DIED, 1)]
    public void A_reply_port_on_which_an_answer_may_still_come_is_given_up(kern_return_t code, int dropped)
    {
        _script.Codes.Enqueue(code);
        Assert.Equal(code, Client.mach_port_type(1, 2, out _));
        Assert.Equal(dropped, _script.Thread.DroppedReplyPorts);
    }

    [Fact]
    [Rule("R-LIB-11")]
    public void An_interrupted_call_is_taken_up_again_where_it_stood()
    {
        foreach (var code in new[] { MACH_SEND_INTERRUPTED, MACH_SEND_INTERRUPTED, MACH_RCV_INTERRUPTED, MACH_RCV_INTERRUPTED })
            _script.Codes.Enqueue(code);
        _script.Reply = ReplyScript.Simple(TypeReply, KERN_SUCCESS, 5);
        Assert.Equal(KERN_SUCCESS, Client.mach_port_type(0x103, 2, out var type));
        Assert.Equal(5u, type);
        Assert.Equal([3ul, 3, 3, 2, 2], _script.Sends.Select(f => f.A1 & 3));
        Assert.All(_script.Sends.Take(3), f => Assert.Equal((36ul << 32) | 0x1513, f.A2));
        Assert.All(_script.Sends.Skip(3), f => Assert.Equal((0ul, 0ul), (f.A2, f.A3)));
        Assert.All(_script.Sends, f => Assert.Equal(ScriptedThread.Reply, (uint)(f.A5 >> 32)));
    }

    [Fact]
    public void Random_replies_throw_nothing_and_give_no_result_by_mistake()
    {
        var random = new Random(77);
        _script.Thread.HostMemory.IsBlind = true;
        for (var round = 0; round < Soak.Times(20_000); round++)
        {
            var reply = round % 2 == 0
                ? ReplyScript.Simple(random.Next(4) == 0 ? 71 : ExtractReply, (kern_return_t)random.Next(-310, 60), [.. Enumerable.Range(0, random.Next(3)).Select(_ => (uint)random.Next())])
                : ReplyScript.Complex(random.Next(4) == 0 ? 5 : ExtractReply, [.. Enumerable.Range(0, random.Next(3)).Select(_ => Any(random))]);
            for (var bends = random.Next(3); bends > 0; bends--)
                reply[random.Next(4) == 0 ? random.Next(8, reply.Length) : 20 + random.Next(8)] = (byte)random.Next(256);
            _script.Reply = reply.Length <= 48 ? reply : reply[..48];
            BinaryPrimitives.WriteInt32LittleEndian(_script.Reply.AsSpan(4), _script.Reply.Length);
            var code = Client.mach_port_extract_right(1, 2, 16, out var name, out _);
            if (code != KERN_SUCCESS)
                Assert.Equal(0u, name);
            else
                Assert.Equal((0x80u, ExtractReply, 40), (reply[3], BinaryPrimitives.ReadInt32LittleEndian(reply.AsSpan(20)), reply.Length));
        }

        static byte[] Any(Random random) => random.Next(3) switch
        {
            0 => ReplyScript.Port((uint)random.Next(), (byte)random.Next(24)),
            1 => ReplyScript.Region((byte)random.Next(256), (ulong)random.Next(4096), (uint)random.Next(), (byte)random.Next(24), (byte)random.Next(2)),
            _ => ReplyScript.Guarded((uint)random.Next(), (ulong)random.Next(), (ushort)random.Next(4)),
        };
    }
}
