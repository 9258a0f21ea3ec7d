using System.Buffers.Binary;
using Xunit;

namespace Mach.Library.Tests.Typed;

/// <summary>Whatever a peer sends, reading it neither throws nor leaks: at the end of each test every right and page is accounted for.</summary>
public sealed class Hostile_messages : World
{
    private const int Messages = 15_000;

    private readonly ReceiveRight _port;
    private readonly ReceiveRight _target;
    private readonly SendRight _way;
    private readonly MessageBuilder _builder;

    public Hostile_messages()
    {
        _port = ReceiveRight.Create(Bob);
        _target = ReceiveRight.Create(Alice);
        _way = Grant(_port);
        _builder = new MessageBuilder(Alice);
    }

    protected override void Dispose(bool disposing)
    {
        _builder.Dispose();
        _way.Dispose();
        _target.Dispose();
        _port.Dispose();
        base.Dispose(disposing);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Are_read_or_refused_and_nothing_stays(int seed)
    {
        var random = new Random(seed);
        byte[] body = CargoBody();
        int read = 0;
        for (int i = 0; i < Messages; i++)
        {
            _builder.Id = random.Next(20) == 0 ? random.Next() : Cargo.MessageId;
            AddDescriptors(random);
            _builder.Write(Mutated(body, random));
            SendOutcome outcome = _way.TrySend(_builder, MachTimeout.NoWait);
            Assert.True(outcome.IsSent, $"{outcome}");
            using ReceivedMessage message = _port.Receive(Soon);
            if (message.TryRead(out Cargo? cargo))
            {
                read++;
                cargo.Dispose();
            }

            _ = message.TryRead(out Texts? _);
            _ = message.TryRead(out Subscribe.Received _);
        }

        // Some are left as they should be: the test reaches the other side, too.
        Assert.InRange(read, Messages / 100, Messages * 3 / 4);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Of_values_alone_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        using var whole = new MessageBuilder(Alice);
        byte[] body = whole.Put(new Texts("name", [1, 2, 3], 42, "field", [1, 2, 3], [new(1, 2)])).Body.ToArray();
        int read = 0;
        for (int i = 0; i < Messages; i++)
        {
            _builder.Id = Texts.MessageId;
            _way.Send(_builder.Write(Mutated(body, random)), Soon);
            using ReceivedMessage message = _port.Receive(Soon);
            if (!message.TryRead(out Texts? texts))
                continue;
            read++;
            Assert.True(texts.Bytes.Length <= 5 && texts.Points.Length <= 4 && texts.Three.Length == 3 && texts.Name.Length < 16 && texts.Field.Length < 9);
        }

        Assert.InRange(read, Messages / 100, Messages * 3 / 4);
    }

    [Fact]
    public void Truncated_anywhere_are_refused()
    {
        using var whole = new MessageBuilder(Alice);
        byte[] body = whole.Put(new Texts("name", [1, 2, 3], 42, "field", [1, 2, 3], [new(1, 2)])).Body.ToArray();
        for (int length = 0; length <= body.Length + 8; length += 4)
        {
            _builder.Id = Texts.MessageId;
            byte[] part = new byte[length];
            body.AsSpan(0, Math.Min(length, body.Length)).CopyTo(part);
            _way.Send(_builder.Write(part), Soon);
            using ReceivedMessage message = _port.Receive(Soon);
            Assert.Equal(length == body.Length, message.TryRead(out Texts? _));
        }
    }

    [Fact]
    public void With_a_right_that_died_are_refused_where_it_must_be_there()
    {
        ReceiveRight gone = ReceiveRight.Create(Alice);
        using SendRight dead = gone.MakeSend();
        gone.Dispose();
        _builder.Id = Cargo.MessageId;
        _builder.Copy(dead);
        AddRest(new Random(1));
        _way.Send(_builder.Write(CargoBody()), Soon);
        using ReceivedMessage message = _port.Receive(Soon);
        Assert.False(message.TryRead(out Cargo? _));
        Assert.Equal(RightKind.Dead, message.GetItem(0).RightKind);
    }

    private byte[] CargoBody()
    {
        using Cargo cargo = new(
            _target.MakeSend(), 5, null, null, null, OolBuffer.CopyOf("pages"u8, Alice), [_target.MakeSend(), _target.MakeSend()], [null], [1, 2, 3], "label");
        using var whole = new MessageBuilder(Alice);
        return whole.Put(cargo).Body.ToArray();
    }

    private void AddDescriptors(Random random)
    {
        if (random.Next(8) == 0)
        {
            for (int i = random.Next(10); i > 0; i--)
                AddAny(random);
            return;
        }

        _builder.Move(_target.MakeSend());
        AddRest(random);
    }

    // What Cargo has behind its first right, one part sometimes of another kind.
    private void AddRest(Random random)
    {
        int wrong = random.Next(16);
        for (int part = 1; part < 8; part++)
        {
            if (part == wrong)
            {
                AddAny(random);
                continue;
            }

            _ = part switch
            {
                1 => _builder.NoRight(RightKind.Send),
                2 => random.Next(2) == 0 ? _builder.NoRight(RightKind.SendOnce) : _builder.Move(_target.MakeSendOnce()),
                3 => random.Next(4) != 0 ? _builder.NoRight(RightKind.Receive) : _builder.Move(ReceiveRight.Create(Alice)),
                4 => _builder.CopyOutOfLine("pages"u8),
                5 => _builder.Move([_target.MakeSend(), _target.MakeSend()]),
                6 => _builder.Copy(new SendRight?[1]),
                _ => _builder.CopyElementsOutOfLine<long>([1, 2, 3]),
            };
        }
    }

    private void AddAny(Random random) => _ = random.Next(10) switch
    {
        0 => _builder.NoRight((RightKind)random.Next(1, 4)),
        1 => _builder.Move(_target.MakeSendOnce()),
        2 => _builder.MakeSend(_target),
        3 => _builder.Move(ReceiveRight.Create(Alice)),
        4 => _builder.CopyOutOfLine(new byte[random.Next(100)]),
        5 => _builder.Move(OolBuffer.Create(random.Next(9000), Alice), isVolatile: true),
        6 => _builder.Move([_target.MakeSend(), null]),
        7 => _builder.MakeSend([_target, _target]),
        8 => _builder.Move([_target.MakeSendOnce()]),
        _ => _builder.Move([ReceiveRight.Create(Alice)]),
    };

    private static byte[] Mutated(byte[] body, Random random)
    {
        byte[] copy = [.. body];
        for (int times = random.Next(4); times > 0; times--)
        {
            int at = random.Next(copy.Length);
            switch (random.Next(5))
            {
                case 0:
                    copy[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(at & ~3), random.Next(2) == 0 ? -1 : random.Next(64));
                    break;
                case 2:
                    BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(at & ~3), int.MinValue >> random.Next(31));
                    break;
                case 3:
                    random.NextBytes(copy.AsSpan(at));
                    break;
                default:
                    Array.Resize(ref copy, Math.Max(4, random.Next(copy.Length + 16) & ~3));
                    break;
            }
        }

        return copy;
    }
}
