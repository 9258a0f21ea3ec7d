using Mach.Bench.Ours;

namespace Mach.Bench.Mig;

/// <summary>The generated client.</summary>
internal sealed class GeneratedCall(bool generated) : Served(generated)
{
    protected override ulong Call(ulong number)
    {
        Wire.Require(new CalculatorClient(Client.CurrentThread).increment(ToService.RawPort.Name, number, default, out var result, out _), "increment");
        return result;
    }
}

/// <summary>The trap with a structure on the stack, as a C program without MIG would make it.</summary>
internal sealed unsafe class TrapByHand(bool generated) : Served(generated)
{
    protected override ulong Call(ulong number)
    {
        MachThread thread = Client.CurrentThread;
        IncrementMessage message = default;
        message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        message.Header.msgh_remote_port = ToService.RawPort.Name;
        message.Header.msgh_local_port = thread.MigReplyPort;
        message.Header.msgh_id = CalculatorRoutines.increment;
        message.Ndr.int_rep = 1;
        message.Body[0] = (uint)number;
        message.Body[1] = (uint)(number >> 32);
        var place = new UserPtr<mach_msg_header_t>((ulong)&message);
        Wire.Require(new MachTrapClient(thread).mach_msg_trap(place, MACH_SEND_MSG | MACH_RCV_MSG, IncrementMessage.RequestSize, (uint)sizeof(IncrementMessage), thread.MigReplyPort, 0, 0), "mach_msg");
        if (message.Header.msgh_id != CalculatorRoutines.increment + 100 || message.Header.msgh_size != IncrementMessage.ReplySize || message.Body[0] != 0)
            throw new InvalidOperationException("The reply is not the routine's.");
        return message.Body[1] | ((ulong)message.Body[2] << 32);
    }
}

/// <summary>Rights and messages of the library, written by hand.</summary>
internal sealed class LibraryByHand : Served
{
    private readonly MessageBuilder _request;

    public LibraryByHand(bool generated)
        : base(generated) => _request = new MessageBuilder(Client);

    protected override ulong Call(ulong number)
    {
        HandWritten.Ask(_request, number);
        using var reply = ToService.Call(_request, MachTimeout.Infinite);
        return HandWritten.Answer(reply);
    }

    protected override void End()
    {
        base.End();
        _request.Dispose();
    }
}

/// <summary>Calls that are awaited, one after the other.</summary>
internal abstract class Awaited(bool generated) : Served(generated)
{
    public override void Run(long operations) => RunAsync(operations).Wait();

    protected override ulong Call(ulong number) => throw new NotSupportedException();

    protected abstract ValueTask<ulong> CallAsync(ulong number);

    private async Task RunAsync(long operations)
    {
        for (var i = 0L; i < operations; i++)
            Require(await CallAsync((ulong)i).ConfigureAwait(false), (ulong)i);
    }
}

/// <summary>The generated client that awaits.</summary>
internal sealed class GeneratedAwait(bool generated) : Awaited(generated)
{
    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<ulong> CallAsync(ulong number) =>
        (await new CalculatorAsyncClient(ToService).incrementAsync(number, default, MachTimeout.Infinite).ConfigureAwait(false)).result;
}

/// <summary>Awaited by hand.</summary>
internal sealed class AwaitByHand : Awaited
{
    private readonly MessageBuilder _request;

    public AwaitByHand(bool generated)
        : base(generated) => _request = new MessageBuilder(Client);

    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<ulong> CallAsync(ulong number)
    {
        HandWritten.Ask(_request, number);
        using var reply = await ToService.CallAsync(_request, MachTimeout.Infinite).ConfigureAwait(false);
        return HandWritten.Answer(reply);
    }

    protected override void End()
    {
        base.End();
        _request.Dispose();
    }
}
