namespace Mach.Library.Tests;

public sealed class A_text : World
{
    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("four")]
    [InlineData("日本 and a longer text")]
    public void Is_read_as_it_was_written_wherever_it_begins(string text)
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        using SendRight send = port.MakeSend();
        using var builder = new MessageBuilder(Alice);
        send.Send(builder.WriteText(text).Write(7).Write((byte)1).WriteText(text).Write(8), Soon);
        using ReceivedMessage message = port.Receive(Soon);
        MachBodyReader body = message.ReadBody();
        Assert.True(body.TryText(100, out string? first));
        Assert.Equal(text, first);
        Assert.True(body.TryInt32(out int seven));
        Assert.Equal(7, seven);
        Assert.True(body.TryBytes(1, out _));
        Assert.True(body.TryText(100, out string? second));
        Assert.Equal(text, second);
        Assert.True(body.TryInt32(out int eight));
        Assert.Equal(8, eight);
    }

    [Fact]
    public void Ends_at_its_first_zero_and_within_the_limit()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        using SendRight send = port.MakeSend();
        using var builder = new MessageBuilder(Alice);
        send.Send(builder.WriteText("cut\0off"), Soon);
        using ReceivedMessage message = port.Receive(Soon);
        Assert.False(message.ReadBody().TryText(3, out _));
        Assert.True(message.ReadBody().TryText(4, out string? text));
        Assert.Equal("cut", text);
    }
}
