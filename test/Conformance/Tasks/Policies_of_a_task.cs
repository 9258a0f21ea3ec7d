namespace Mach.Conformance.Tasks;

public class Policies_of_a_task
{
    [Theory, EveryWorld, Rule("R-TSK-44", "R-TSK-46")]
    public void Have_roles_of_which_some_need_privilege(World world)
    {
        using var machine = world.Boot();
        var (user, root) = (machine.NewTask("user", identity: new TaskIdentity(501, 20, 0)), machine.NewTask("root"));
        foreach (var (role, ofUser, ofRoot) in ((int, bool, bool)[])[
            (1, true, true), (2, true, true), (7, true, true), (3, false, true), (4, false, true), (0, false, false), (5, false, false), (8, false, false), (-1, false, false)])
        {
            foreach (var (task, allowed) in ((Party, bool)[])[(user, ofUser), (root, ofRoot)])
            {
                Assert.Equal((role, allowed ? KERN_SUCCESS : KERN_INVALID_ARGUMENT), (role, Set(task, TASK_CATEGORY_POLICY, role)));
                if (allowed)
                    Assert.Equal([role], Get(task, TASK_CATEGORY_POLICY, 1));
            }
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, user.TaskCalls.task_policy_set(user.Self, TASK_CATEGORY_POLICY, []));
        // Root may give itself the role, nobody else.
        Assert.Equal(KERN_INVALID_ARGUMENT, root.TaskCalls.task_policy_set(root.ControlOf(user), TASK_CATEGORY_POLICY, [TASK_GRAPHICS_SERVER]));
    }

    [Theory, EveryWorld, Rule("R-TSK-44", "R-TSK-45", "R-TSK-46")]
    public void Have_tiers_that_read_back_where_they_can_be_read(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var flavor in (uint[])[TASK_BASE_QOS_POLICY, TASK_OVERRIDE_QOS_POLICY])
        {
            Assert.Equal([0, 0], Get(task, flavor, 2));
            Assert.Equal(KERN_SUCCESS, Set(task, flavor, 0xff0003, 0xfe0006));
            Assert.Equal([0xff0003, 0xfe0006], Get(task, flavor, 2));
            foreach (var (latency, throughput) in ((int, int)[])[(0xff0000, 0), (0xff0007, 0), (1, 0), (0, 0xfe0000), (0, 0xfe0007), (0xfe0001, 0), (0, 0xff0001)])
                Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, flavor, latency, throughput));
            Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, flavor, 0xff0001));
            Assert.Equal([0xff0003, 0xfe0006], Get(task, flavor, 2));
        }
        Assert.Equal(KERN_SUCCESS, Set(task, TASK_BASE_LATENCY_QOS_POLICY, 0xff0005, 99));
        Assert.Equal(KERN_SUCCESS, Set(task, TASK_BASE_THROUGHPUT_QOS_POLICY, 99, 0xfe0001));
        Assert.Equal([0xff0005, 0xfe0001], Get(task, TASK_BASE_QOS_POLICY, 2));
        Assert.Equal([0xff0003, 0xfe0006], Get(task, TASK_OVERRIDE_QOS_POLICY, 2));
        foreach (var flavor in (uint[])[TASK_BASE_LATENCY_QOS_POLICY, TASK_BASE_THROUGHPUT_QOS_POLICY, 0, 2, 5, 99])
            Assert.Equal(KERN_INVALID_ARGUMENT, GetCode(task, flavor, 16));
        foreach (var flavor in (uint[])[0, 2, TASK_POLICY_STATE, 5, 99])
            Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, flavor, new int[16]));
        Assert.Equal(KERN_PROTECTION_FAILURE, GetCode(task, TASK_POLICY_STATE, 16));
    }

    [Theory, EveryWorld, Rule("R-TSK-44", "R-TSK-46", "R-TSK-1")]
    public void Keep_all_that_is_said_of_suppression_and_the_count_that_is_asked_for(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        int[] words = [.. Enumerable.Range(1, 16)];
        Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, TASK_SUPPRESSION_POLICY, words.AsSpan(0, 15)));
        Assert.Equal(KERN_SUCCESS, Set(task, TASK_SUPPRESSION_POLICY, words));
        Assert.Equal(words, Get(task, TASK_SUPPRESSION_POLICY, 16));
        Assert.Equal(KERN_INVALID_ARGUMENT, GetCode(task, TASK_SUPPRESSION_POLICY, 15));
        Assert.Equal(5, Get(task, TASK_CATEGORY_POLICY, 5).Length);
        // Asked for defaults, it tells those.
        Set(task, TASK_CATEGORY_POLICY, 1);
        var defaults = 1;
        var info = new int[1];
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_policy_get(task.Self, TASK_CATEGORY_POLICY, info, out _, ref defaults));
        Assert.Equal((0, 1), (info[0], defaults));
    }

    [Theory, EveryWorld, Rule("R-TSK-39", "R-EXN-20")]
    public void About_guards_have_eight_bits(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_exc_guard_behavior(task.Self, out var behaviour));
        Assert.Equal(0u, behaviour);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_exc_guard_behavior(task.Self, 0xff));
        Assert.Equal(KERN_INVALID_VALUE, task.TaskCalls.task_set_exc_guard_behavior(task.Self, 0x100));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_exc_guard_behavior(task.Self, out behaviour));
        Assert.Equal(0xffu, behaviour);
    }

    private static kern_return_t Set(Party task, uint flavor, params ReadOnlySpan<int> info) =>
        task.TaskCalls.task_policy_set(task.Self, flavor, info);

    private static kern_return_t GetCode(Party task, uint flavor, int room)
    {
        var defaults = 0;
        return task.TaskCalls.task_policy_get(task.Self, flavor, new int[room], out _, ref defaults);
    }

    private static int[] Get(Party task, uint flavor, int room)
    {
        var defaults = 0;
        var info = new int[room];
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_policy_get(task.Self, flavor, info, out var count, ref defaults));
        Assert.Equal(0, defaults);
        return info[..(int)count];
    }
}
