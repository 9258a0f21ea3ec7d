namespace Mach.Generators.Tests;

/// <summary>What a remote call costs in managed memory, at both generated ends.</summary>
public unsafe class A_call_allocates
{
    [Fact]
    public void Nothing_for_values_and_rights()
    {
        var thread = new Loop();
        var client = new EverythingClient(thread);
        var trap = new MachTrapClient(thread);
        Call(client, trap);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Call(client, trap);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Call(EverythingClient client, MachTrapClient trap)
        {
            // Assertions box what they compare.
            Assert.True(client.nothing(9, 3) == KERN_SUCCESS);
            Assert.True(client.tell(9, 42, 0x503) == KERN_SUCCESS);
            Span<byte> joined = stackalloc byte[20], shout = stackalloc byte[9];
            Assert.True(client.strings(9, "one"u8, 1, "two"u8, "three"u8, 4, joined, shout, out _) == KERN_SUCCESS);
            Assert.True(trap.mach_reply_port() == 0x77);
        }
    }

    /// <summary>A thread whose messages a server answers on the spot, with nothing of its own to allocate.</summary>
    private sealed class Loop : CallingThread
    {
        private readonly Quiet _server = new();
        private readonly Handlers _handlers = new();
        private readonly byte[] _reply = new byte[4096];
        private readonly MigDescriptor<uint>[] _sent = new MigDescriptor<uint>[4], _carried = new MigDescriptor<uint>[4];

        public override IUserMemory Memory => throw new NotSupportedException();

        public override uint MigReplyPort => 0x707;

        public override void Call(ref TrapFrame frame)
        {
            if (frame.Number != MachTrapNumbers.mach_msg2_trap)
            {
                Assert.True(MachTrapDispatcher.Dispatch(_handlers, this, ref frame) == TrapStatus.Done);
                return;
            }
            var bytes = new Span<byte>((void*)frame.A0, (int)(frame.A2 >> 32));
            BitConverter.TryWriteBytes(bytes, (uint)frame.A2);
            BitConverter.TryWriteBytes(bytes[20..], (int)(frame.A4 >> 32));
            _carried[0] = new() { Disposition = 18, Right = 5 };
            var request = new MigRequest<uint> { Bytes = bytes, Descriptors = _carried.AsSpan(0, (int)(uint)frame.A5), Destination = (uint)frame.A3 };
            var reply = new MigReply<uint> { Bytes = _reply, Descriptors = _sent };
            if (_server.Dispatch(this, ref request, ref reply) != MIG_NO_REPLY)
                reply.Bytes[..reply.Length].CopyTo(new((void*)frame.A0, (int)(uint)frame.A6));
            frame.Return(KERN_SUCCESS);
        }

        public override void Complete(ref TrapFrame frame) => throw new InvalidOperationException();

        public override void DropMigReplyPort() => throw new InvalidOperationException();
    }

    private sealed class Handlers : MachTrapHandlers<CallingThread>
    {
        public override uint mach_reply_port(CallingThread thread) => 0x77;
    }

    private sealed class Quiet : EverythingServer<CallingThread, uint, uint>
    {
        protected override kern_return_t Translate(CallingThread caller, uint port, MigSubject kind, out uint subject)
        {
            subject = port;
            return KERN_SUCCESS;
        }

        protected override kern_return_t strings(
            CallingThread caller, uint server, ReadOnlySpan<byte> first, int between, ReadOnlySpan<byte> second, ReadOnlySpan<byte> whole, ulong last,
            Span<byte> joined, Span<byte> shout, out int length)
        {
            first.CopyTo(joined);
            second.CopyTo(shout);
            length = first.Length;
            return KERN_SUCCESS;
        }

        protected override kern_return_t arrays(
            CallingThread caller, uint server, ReadOnlySpan<byte> bytes, Colour colour, ReadOnlySpan<Odd> odds, sbyte small,
            Span<byte> reversed, out uint reversedCnt, ref Odd odd, Span<ulong> sums, out uint sumsCnt, out Colour mixed)
        {
            (reversedCnt, sumsCnt, mixed) = (0, 0, colour);
            return KERN_SUCCESS;
        }

        protected override kern_return_t regions(
            CallingThread caller, uint server, ReadOnlySpan<Odd> data, uint[] rights, uint single, ReadOnlySpan<int> tail,
            out ReadOnlyMemory<byte> copy, out uint[] back, out uint receive, Span<int> echo, out uint echoCnt)
        {
            (copy, back, receive, echoCnt) = (default, rights, single, 0);
            return KERN_SUCCESS;
        }

        protected override kern_return_t tell(CallingThread caller, uint server, int what, uint whom) => KERN_SUCCESS;

        protected override kern_return_t nothing(CallingThread caller, uint @class, int @event) => KERN_SUCCESS;
    }
}
