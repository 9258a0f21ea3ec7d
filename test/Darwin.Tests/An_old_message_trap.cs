namespace Mach.Darwin.Tests;

/// <summary>The message traps as XNU gets them: always as mach_msg2.</summary>
public sealed unsafe class An_old_message_trap
{
    private const ulong Send = MACH_SEND_MSG, Receive = MACH_RCV_MSG, Timed = MACH_RCV_TIMEOUT;

    private readonly mach_msg_base_t _message = new()
    {
        header = new mach_msg_header_t { msgh_bits = MACH_MSGH_BITS_COMPLEX | 0x1513, msgh_remote_port = 0x203, msgh_local_port = 0x307, msgh_voucher_port = 0x40b, msgh_id = -5 },
        body = new mach_msg_body_t { msgh_descriptor_count = 6 },
    };

    [Theory]
    [InlineData(true, MACH64_SEND_ANY)]
    [InlineData(false, MACH64_SEND_MQ_CALL)]
    public void Has_its_header_packed_into_registers(bool macOS, ulong kind)
    {
        fixed (mach_msg_base_t* message = &_message)
        {
            TrapFrame frame = new(MachTrapNumbers.mach_msg_trap)
            {
                A0 = (ulong)message, A1 = Send | Receive | Timed, A2 = 28, A3 = 500, A4 = 0x50f, A5 = 30, A6 = 2,
            };
            Assert.Equal(MACH_MSG_SUCCESS, Modernise(macOS, ref frame, out _));
            Assert.Equal(
                (MachTrapNumbers.mach_msg2_trap, (ulong)message, Send | Receive | Timed | kind, 0x1c_8000_1513UL, 0x307_0000_0203UL),
                (frame.Number, frame.A0, frame.A1, frame.A2, frame.A3));
            Assert.Equal((0xffff_fffb_0000_040bUL, 0x50f_0000_0006UL, 0x2_0000_01f4UL, 30UL), (frame.A4, frame.A5, frame.A6, frame.A7));
        }
    }

    [Fact]
    public void With_two_buffers_becomes_a_vector()
    {
        fixed (mach_msg_base_t* message = &_message)
        {
            TrapFrame frame = new(MachTrapNumbers.mach_msg_overwrite_trap)
            {
                A0 = (ulong)message, A1 = Send | Receive, A2 = 28, A3 = 500, A4 = 0x50f, A6 = 2, A7 = 0x9000,
            };
            Assert.Equal(MACH_MSG_SUCCESS, Modernise(macOS: true, ref frame, out var vector));
            Assert.Equal(((ulong)message, 0x9000UL, 28u, 500u), (vector.msgv_data, vector.msgv_rcv_addr, vector.msgv_send_size, vector.msgv_rcv_size));
            Assert.Equal((Send | Receive | MACH64_SEND_ANY | MACH64_MSG_VECTOR, 0x1_8000_1513UL, 0x2_0000_0001UL), (frame.A1, frame.A2, frame.A6));
        }
    }

    [Fact]
    public void That_only_receives_reads_nothing_and_uses_its_second_buffer()
    {
        TrapFrame frame = new(MachTrapNumbers.mach_msg_overwrite_trap) { A0 = 1, A1 = Receive, A3 = 500, A4 = 0x50f, A7 = 0x9000 };
        Assert.Equal(MACH_MSG_SUCCESS, Modernise(macOS: true, ref frame, out _));
        Assert.Equal((0x9000UL, Receive, 0UL, 0UL, 0UL, 0x50f_0000_0000UL, 500UL), (frame.A0, frame.A1, frame.A2, frame.A3, frame.A4, frame.A5, frame.A6));
    }

    [Theory]
    [InlineData(Receive, Receive, 0x707UL)]
    [InlineData(Send | Receive, Send | Receive | MACH64_SEND_ANY, 0x307_0000_0203UL)]
    public void Names_a_port_to_boost_when_it_only_receives(ulong halves, ulong options, ulong remoteAndLocal)
    {
        const ulong sync = MACH_RCV_SYNC_WAIT;
        fixed (mach_msg_base_t* message = &_message)
        {
            TrapFrame frame = new(MachTrapNumbers.mach_msg_trap) { A0 = (ulong)message, A1 = halves | sync, A2 = 28, A3 = 500, A4 = 0x50f, A6 = 0x707 };
            Assert.Equal(MACH_MSG_SUCCESS, Modernise(macOS: true, ref frame, out _));
            Assert.Equal((halves == Receive ? options | sync : options, remoteAndLocal), (frame.A1, frame.A3));
        }
    }

    [Theory]
    [InlineData(0ul, 24u, false)]
    [InlineData(0ul, 23u, true)]
    [InlineData(0ul, 25u, true)]
    [InlineData(0ul, 0x7fff_fffcu, true)]
    public void Is_refused_here_only_when_its_header_must_be_read_and_cannot_be(ulong address, uint size, bool passes)
    {
        TrapFrame frame = new(MachTrapNumbers.mach_msg_trap) { A0 = address, A1 = Send, A2 = size };
        Assert.Equal(passes ? MACH_MSG_SUCCESS : MACH_SEND_INVALID_DATA, Modernise(macOS: true, ref frame, out _));
    }

    [Fact]
    public void Is_resumed_as_a_receive_when_nobody_asked_for_its_interruption()
    {
        TrapFrame frame = new(MachTrapNumbers.mach_msg2_trap) { A0 = 1, A1 = Send | Receive | Timed, A2 = 2, A3 = 3, A4 = 4, A5 = 0x5_0000_0006, A6 = 7, A7 = 8 };
        frame.Return(MACH_SEND_INTERRUPTED);
        Assert.False(MessageTraps.TryResume(ref frame));
        frame.Return(MACH_RCV_TIMED_OUT);
        Assert.False(MessageTraps.TryResume(ref frame));
        frame.Return(MACH_RCV_INTERRUPTED);
        Assert.True(MessageTraps.TryResume(ref frame));
        Assert.Equal((1UL, Receive | Timed, 0UL, 0UL, 0UL), (frame.A0, frame.A1, frame.A2, frame.A3, frame.A4));
        Assert.Equal((0x5_0000_0000UL, 7UL, 8UL), (frame.A5, frame.A6, frame.A7));
    }

    private static kern_return_t Modernise(bool macOS, ref TrapFrame frame, out mach_msg_vector_t vector)
    {
        mach_msg_vector_t room = default;
        var passes = MessageTraps.TryModernise(new HostMemory(), macOS, ref frame, &room);
        vector = room;
        return passes ? MACH_MSG_SUCCESS : MACH_SEND_INVALID_DATA;
    }
}
