namespace Mach.Conformance.Notifications;

public class The_bytes_of_a_notification
{
    private static readonly byte[] s_ndr = [0, 0, 0, 0, 1, 0, 0, 0];

    [Theory, EveryWorld, Rule("R-NOT-2", "R-NOT-3", "R-NOT-4")]
    public void With_a_name_are_36_of_which_the_last_word_is_the_name(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();

        var deleted = task.Receive();
        task.Ask(deleted, MACH_NOTIFY_DEAD_NAME, notify);
        task.Die(deleted);
        AssertWord(task, notify, 65, deleted);

        var possible = task.Receive();
        task.Ask(possible, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        AssertWord(task, notify, 66, possible);

        var dead = task.ReceiveAndSend();
        task.Ask(dead, MACH_NOTIFY_DEAD_NAME, notify);
        task.Die(dead);
        AssertWord(task, notify, 72, dead);
    }

    [Theory, EveryWorld, Rule("R-NOT-2", "R-NOT-3", "R-NOT-4")]
    public void Of_no_senders_are_36_of_which_the_last_word_is_the_count(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_mscount(task.Self, port, 0x12345678));
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        AssertWord(task, notify, 70, 0x12345678);
    }

    [Theory, EveryWorld, Rule("R-NOT-2", "R-NOT-3")]
    public void Of_send_once_are_the_header_alone(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        task.Drop(task.SendOnce(port));
        AssertHeader(task.Receive(port), 71, 24, 0x1200, port);
    }

    [Theory, EveryWorld, Rule("R-NOT-2", "R-NOT-3")]
    public void Of_port_destroyed_are_40_with_one_descriptor(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        task.Ask(port, MACH_NOTIFY_PORT_DESTROYED, notify);
        task.Die(port);
        var letter = task.Receive(notify);
        AssertHeader(letter, 69, 40, 0x80001200, notify);
        Assert.Equal(1u, letter.Count);
        var kept = letter.PortName(0);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(kept));
        Assert.Equal([0, 0, 0, 0, 0, 0, 16, 0], letter.Descriptor(0)[4..12].ToArray());
    }

    [Theory, EveryWorld, Rule("R-NOT-5")]
    public void End_with_the_tokens_of_the_kernel(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask(identity: new TaskIdentity(501, 20, 77));
        var port = task.Receive();
        task.Drop(task.SendOnce(port));
        var letter = task.Receive(port, MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_AUDIT));
        Assert.Equal(52u, letter.TrailerSize);
        Assert.Equal([0, 0, 0, 0, 1, 0, 0, 0], letter.Trailer[12..20].ToArray());
        Assert.Equal(new byte[32], letter.Trailer[20..52].ToArray());
    }

    private static void AssertWord(Party task, uint notify, int id, uint word)
    {
        var letter = task.Receive(notify);
        AssertHeader(letter, id, 36, 0x1200, notify);
        Assert.Equal(s_ndr, letter.Bytes[24..32]);
        Assert.Equal(word, letter.Word(32));
    }

    private static void AssertHeader(Letter letter, int id, uint size, uint bits, uint local) =>
        Assert.Equal((id, size, bits, 0u, local, 0u), (letter.Id, letter.Size, letter.Bits, letter.Remote, letter.Local, letter.Voucher));
}
