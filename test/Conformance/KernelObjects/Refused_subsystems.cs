namespace Mach.Conformance.KernelObjects;

public class Refused_subsystems
{
    private static readonly string[] s_names = ["vm32_map", "iokit", "exc", "mach_exc", "UNDReply", "arcade_register"];

    [Theory, EveryWorld, Rule("R-KOBJ-4", "R-DBG-10")]
    public void Have_bad_numbers_only(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        foreach (var id in s_names.SelectMany(MigFacts.NumbersOf))
        {
            foreach (var to in (uint[])[task.Self, task.Traps.host_self_trap()])
            {
                Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(to, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id).Body(new byte[16])));
                var letter = task.Receive(reply);
                Assert.Equal((id + 100, 36u, MIG_BAD_ID), (letter.Id, letter.Size, (kern_return_t)(int)letter.Word(32)));
            }
            RoutineRecord.NoteRefusal(id);
        }
    }
}
