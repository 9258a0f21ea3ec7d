using Xunit;

namespace Mach.Library.Tests.Typed;

public sealed class A_typed_message : World
{
    private readonly ReceiveRight _port;
    private readonly SendRight _way;
    private readonly MessageBuilder _builder;

    public A_typed_message()
    {
        _port = ReceiveRight.Create(Bob);
        _way = Grant(_port);
        _builder = new MessageBuilder(Alice);
    }

    protected override void Dispose(bool disposing)
    {
        _builder.Dispose();
        _way.Dispose();
        _port.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public void Arrives_as_it_was_sent()
    {
        var sent = new Numbers(-1, 2, ulong.MaxValue, -3, true, Colour.Red, 0.5, new Point(7, 8));
        Assert.Equal(sent, Sent(sent).Read<Numbers>());
    }

    [Fact]
    public void Of_texts_and_arrays_arrives_as_it_was_sent()
    {
        var sent = new Texts("hölzern", [1, 2, 3], 42, "achtzeic", [1, 2, 0xffff], [new(1, 2), new(3, 4)]);
        using ReceivedMessage message = Sent(sent);
        Texts read = message.Read<Texts>();
        Assert.Equal((sent.Name, sent.Between, sent.Field), (read.Name, read.Between, read.Field));
        Assert.Equal(sent.Bytes, read.Bytes);
        Assert.Equal(sent.Three, read.Three);
        Assert.Equal(sent.Points, read.Points);
    }

    [Fact]
    public void Of_empty_texts_and_arrays_arrives_as_it_was_sent()
    {
        using ReceivedMessage message = Sent(new Texts("", [], 0, "", [0, 0, 0], []));
        Texts read = message.Read<Texts>();
        Assert.Equal(("", "", 0, 0), (read.Name, read.Field, read.Bytes.Length, read.Points.Length));
    }

    [Fact]
    public void Without_members_is_its_id()
    {
        using ReceivedMessage message = Sent(default(Signal));
        Assert.Equal(24, message.Size);
        Assert.True(message.TryRead(out Signal _));
        Assert.False(message.TryRead(out Numbers _));
    }

    [Fact]
    public void Carries_rights_and_memory()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        SendRight moved = target.MakeSend();
        using SendRight kept = target.MakeSend();
        var cargo = new Cargo(
            moved, 5, kept, target.MakeSendOnce(), ReceiveRight.Create(Alice), OolBuffer.CopyOf("pages"u8, Alice),
            [target.MakeSend(), target.MakeSend()], [kept, null], [1, 2, 3], "label");
        using ReceivedMessage message = Sent(cargo);
        Assert.False(moved.IsHeld);
        Assert.True(kept.IsHeld);

        using Cargo read = message.Read<Cargo>();
        Assert.Equal(5, read.Tag);
        Assert.Equal("label", read.Label);
        Assert.Equal("pages"u8, read.Pages.ToArray());
        Assert.Equal([1L, 2, 3], read.Table);
        Assert.Equal(2, read.Several.Length);
        Assert.NotNull(read.Maybe[0]);
        Assert.Null(read.Maybe[1]);
        Assert.NotNull(read.Port);
        using var signal = new MessageBuilder(Bob, 9);
        read.Once!.Send(signal, Soon);
        using ReceivedMessage heard = target.Receive(Soon);
        Assert.Equal(9, heard.Id);
    }

    [Fact]
    public void Says_which_rights_are_absent()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using ReceivedMessage message = Sent(new Cargo(target.MakeSend(), 0, null, null, null, OolBuffer.Create(0, Alice), [], [], [], ""));
        Assert.Equal(RightKind.None, message.GetItem(2).RightKind);
        using Cargo read = message.Read<Cargo>();
        Assert.Null(read.Copied ?? (object?)read.Once ?? read.Port);
        Assert.Equal(0, read.Pages.Length);
    }

    [Fact]
    public void Makes_rights_when_it_leaves()
    {
        using ReceiveRight listener = ReceiveRight.Create(Alice);
        using ReceiveRight other = ReceiveRight.Create(Alice);
        using var data = new OolVector(task: Alice);
        data.Write("written"u8);
        using ReceivedMessage message = Sent(new Subscribe(listener, other, [listener, other], data, 3));
        Assert.Equal(0, data.Length);

        using Subscribe.Received read = message.Read<Subscribe.Received>();
        Assert.Equal(3, read.Topic);
        Assert.Equal("written"u8, read.Data.ToArray());
        using var note = new MessageBuilder(Bob, 1);
        read.Listener.Send(note, Soon);
        read.Answer!.Send(note, Soon);
        read.More[1].Send(note, Soon);
        listener.Receive(Soon).Dispose();
        other.Receive(Soon).Dispose();
        other.Receive(Soon).Dispose();
    }

    [Fact]
    public void Lends_a_region_until_it_has_left()
    {
        using OolBuffer pages = OolBuffer.CopyOf("lent"u8, Alice);
        using ReceivedMessage message = Sent(new Lent(pages));
        using Lent read = message.Read<Lent>();
        Assert.Equal("lent"u8, read.Pages.ToArray());
        Assert.True(pages.IsHeld);
    }

    [Fact]
    public void May_be_a_class()
    {
        using ReceivedMessage message = Sent(new Plain { First = 1, Rest = [2, 3] });
        using Plain read = message.Read<Plain>();
        Assert.Equal(6, read.Sum);
        Assert.Null(read.Right);
    }

    [Fact]
    public void Is_received_at_once()
    {
        _way.Send(_builder.Put(new Answer(KERN_SUCCESS, 4)), Soon);
        Assert.Equal(KERN_SUCCESS, _port.TryReceive(Soon, out Answer answer));
        Assert.Equal(4, answer.Square);
        _way.Send(_builder.Put(default(Signal)), Soon);
        Assert.Equal(MIG_BAD_ID, _port.TryReceive(Soon, out answer));
        _builder.Id = Answer.MessageId;
        _way.Send(_builder.Write(1), Soon);
        Assert.Equal(MIG_TYPE_ERROR, _port.TryReceive(Soon, out answer));
        Assert.Equal(MACH_RCV_TIMED_OUT, _port.TryReceive(MachTimeout.NoWait, out answer).Base);
    }

    [Fact]
    public void Of_values_is_written_and_read_without_allocation()
    {
        using ReceivedMessage message = Sent(new Numbers(1, 2, 3, 4, true, Colour.Red, 5, new Point(6, 7)));
        long allocated = 0;
        for (int i = 0; i < 50; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _builder.Put(new Numbers(i, 2, 3, 4, true, Colour.Red, 5, new Point(6, 7))).Clear();
            Assert.True(message.TryRead(out Numbers _));
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The first rounds may compile.
        Assert.Equal(0, allocated);
    }

    private ReceivedMessage Sent<T>(T message)
        where T : IWritableMessage
    {
        _way.Send(_builder.Put(message), Soon);
        return _port.Receive(Soon);
    }
}
