namespace Mach.Bench.Mig;

/// <summary>The service that is generated from the interface.</summary>
internal sealed class Calculator : CalculatorService
{
    protected override kern_return_t increment(ReceivedMessage caller, ReceivedMessage calculator, ulong number, Rest rest, out ulong result, out Rest same)
    {
        (result, same) = (number + 1, rest);
        return KERN_SUCCESS;
    }
}

/// <summary>The same service by hand: the body is read and the reply written where MIG has its fields.</summary>
internal static class HandWritten
{
    public static async Task ServeAsync(ReceiveRight port)
    {
        using var reply = new MessageBuilder(port.Task);
        await foreach (ReceivedMessage request in port.ReadAllAsync().ConfigureAwait(false))
        {
            if (request.Id != CalculatorRoutines.increment || request.ItemCount != 0 || request.Size != IncrementMessage.RequestSize)
                continue;
            reply.Id = request.Id + 100;
            Write(reply, request.Body);
            request.Reply(reply, MachTimeout.NoWait);
        }
    }

    public static void Ask(MessageBuilder request, ulong number)
    {
        request.Id = CalculatorRoutines.increment;
        request.Write(1UL << 32).Write(number).Write(default(Rest));
    }

    /// <summary>The answer in a reply that is one.</summary>
    public static ulong Answer(ReceivedMessage reply)
    {
        if (reply.ItemCount != 0 || reply.Size != IncrementMessage.ReplySize || BitConverter.ToInt32(reply.Body[8..]) != 0)
            throw new InvalidOperationException("The reply is not the routine's.");
        return BitConverter.ToUInt64(reply.Body[12..]);
    }

    private static void Write(MessageBuilder reply, ReadOnlySpan<byte> body) =>
        reply.Write(1UL << 32).Write(0).Write(BitConverter.ToUInt64(body[8..]) + 1).Write(body.Slice(16, 20));
}
