using Xunit;

namespace Mach.Library.Tests.Typed;

public sealed class A_typed_call : World
{
    [Fact]
    public void Brings_its_reply()
    {
        using var service = new Squares(this);
        using var builder = new MessageBuilder(Alice);
        Assert.Equal(new Answer(KERN_SUCCESS, 144), new Question(12, null).Call(service.Way, builder, Soon));
        using ReceiveRight asker = ReceiveRight.Create(Alice);
        Assert.Equal(KERN_SUCCESS, new Question(3, asker).TryCall(service.Way, builder, Soon, out Answer answer).Code);
        Assert.Equal(9, answer.Square);
    }

    [Fact]
    public async Task Can_be_awaited()
    {
        using var service = new Squares(this);
        using var builder = new MessageBuilder(Alice);
        Names++;   // the reply port is kept for the next call
        for (int i = 0; i < 50; i++)
            Assert.Equal(new Answer(KERN_SUCCESS, (long)i * i), await new Question(i, null).CallAsync(service.Way, builder, Soon));
    }

    [Fact]
    public void Brings_the_code_of_a_reply_that_is_only_one()
    {
        using var service = new Squares(this);
        using var builder = new MessageBuilder(Alice);
        SendOutcome outcome = new Question(-1, null).TryCall(service.Way, builder, Soon, out Answer _);
        Assert.Equal(new SendOutcome(KERN_INVALID_ARGUMENT, MessageFate.Sent), outcome);
        Assert.Equal(KERN_INVALID_ARGUMENT, Assert.Throws<MachException>(() => new Question(-1, null).Call(service.Way, builder, Soon)).Code);
    }

    [Fact]
    public async Task Is_refused_when_the_reply_is_of_another_form_and_what_it_brought_is_released()
    {
        using var service = new Squares(this);
        using var builder = new MessageBuilder(Alice);
        Assert.Equal(MIG_TYPE_ERROR, new Question(-2, null).TryCall(service.Way, builder, Soon, out Answer _).Code);
        Assert.Equal(MIG_REPLY_MISMATCH, new Question(-3, null).TryCall(service.Way, builder, Soon, out Answer _).Code);
        Names++;   // the reply port is kept for the next call
        MachException failed = await Assert.ThrowsAsync<MachException>(async () => await new Question(-2, null).CallAsync(service.Way, builder, Soon));
        Assert.Equal(MIG_TYPE_ERROR, failed.Code);
    }

    /// <summary>Squares numbers, and misbehaves for negative ones.</summary>
    private sealed class Squares : IDisposable
    {
        private const int Stop = -1;

        private readonly ReceiveRight _port;
        private readonly Thread _thread;

        public Squares(A_typed_call world)
        {
            _port = ReceiveRight.Create(world.Bob);
            Way = world.Grant(_port);
            _thread = new Thread(Serve);
            _thread.Start();
        }

        public SendRight Way { get; }

        public void Dispose()
        {
            using (var stop = new MessageBuilder(Way.Task, Stop))
                Way.Send(stop, Soon);
            _thread.Join();
            Way.Dispose();
            _port.Dispose();
        }

        private void Serve()
        {
            using var reply = new MessageBuilder(_port.Task);
            while (_port.TryReceive(Soon, out ReceivedMessage request) == KERN_SUCCESS)
            {
                using (request)
                {
                    if (request.Id == Stop)
                        return;
                    using Question.Received question = request.Read<Question.Received>();
                    reply.Id = Answer.MessageId;
                    _ = question.Number switch
                    {
                        -1 => reply.PutError(KERN_INVALID_ARGUMENT),
                        -2 => reply.MakeSend(_port).Write(1),
                        -3 => reply.Put(default(Signal)),
                        long number => reply.Put(new Answer(KERN_SUCCESS, number * number)),
                    };
                    request.TryReply(reply, MachTimeout.NoWait);
                }
            }
        }
    }
}
