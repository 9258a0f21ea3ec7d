namespace Mach.Conformance.Transfer;

/// <summary>What each kind of entry is good for.</summary>
public class Wrong_dispositions
{
    private static readonly int[] s_all =
    [
        MACH_MSG_TYPE_MOVE_RECEIVE, MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_MSG_TYPE_COPY_SEND,
        MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE,
    ];

    private static readonly int[] s_none = [0, 1, 15, 22, 23, 24, 25, 26, 255];

    /// <summary>A name of each kind with the dispositions that fit it.</summary>
    private static (uint Name, int[] Fits)[] Entries(Party task, Party other)
    {
        var port = task.ReceiveAndSend();
        return
        [
            (task.Receive(), [MACH_MSG_TYPE_MOVE_RECEIVE, MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE]),
            (port, [.. s_all.Except([MACH_MSG_TYPE_MOVE_SEND_ONCE])]),
            (other.GiveSend(task, other.Receive()), [MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_COPY_SEND]),
            (task.SendOnce(port), [MACH_MSG_TYPE_MOVE_SEND_ONCE]),
            (task.PortSet(), []),
            (task.DeadName(), [MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_MSG_TYPE_COPY_SEND]),
            (task.UnseenDeadSend(other), [MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_MSG_TYPE_COPY_SEND]),
            (task.UnseenDeadSendOnce(other), [MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_MSG_TYPE_COPY_SEND]),
        ];
    }

    [Theory, EveryWorld, Rule("R-CIN-1", "R-CIN-2", "R-CIN-3", "R-CIN-5", "R-CIN-6", "R-CIN-7", "R-CIN-8", "R-CIN-9", "R-CIN-11")]
    public void Fit_no_entry_of_the_wrong_kind(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        for (var index = 0; index < Entries(task, other).Length; index++)
        {
            foreach (var disposition in s_all)
            {
                var (name, fits) = Entries(task, other)[index];
                var code = task.Ports().mach_port_extract_right(task.Self, name, disposition, out _, out _);
                Assert.Equal((index, disposition, fits.Contains(disposition) ? KERN_SUCCESS : KERN_INVALID_RIGHT), (index, disposition, code));
            }
        }
    }

    [Theory, EveryWorld, Rule("R-CIN-7", "R-CIN-8", "R-CIN-9", "R-CIN-11", "R-BODY-2")]
    public void Are_an_invalid_right_in_a_body(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var lane = new Lane(task, other);
        for (var index = 0; index < Entries(task, other).Length; index++)
        {
            foreach (var disposition in s_all.Concat(s_none))
            {
                var (name, fits) = Entries(task, other)[index];
                if (fits.Contains(disposition))
                    continue;
                Assert.Equal((index, disposition, MACH_SEND_INVALID_RIGHT), (index, disposition, lane.Send(name, disposition)));
            }
        }
        foreach (var disposition in s_all.Concat(s_none))
            Assert.Equal(MACH_SEND_INVALID_RIGHT, lane.Send(0x77703, disposition));
        other.ExpectNothing(lane.Door);
    }

    [Theory, EveryWorld, Rule("R-CIN-7", "R-CODE-7", "R-INS-3")]
    public void That_mean_nothing_fit_no_entry_at_all(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        foreach (var disposition in s_none)
        {
            foreach (var (name, _) in Entries(task, other))
                Assert.Equal(KERN_INVALID_RIGHT, task.Ports().mach_port_insert_right(task.Self, 0x12303, name, disposition));
            Assert.Equal(KERN_INVALID_NAME, task.Ports().mach_port_insert_right(task.Self, 0x12303, 0x77703, disposition));
        }
    }
}
