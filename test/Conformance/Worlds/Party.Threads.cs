namespace Mach.Conformance;

public sealed unsafe partial class Party
{
    /// <summary>The calls on a thread's ports, by message.</summary>
    public ThreadActClient ThreadCalls => new(Thread);

    /// <summary>Names for the threads of a task, through one of its ports, in the order of their creation.</summary>
    public uint[] Threads(uint task)
    {
        Assert.Equal(KERN_SUCCESS, TaskCalls.task_threads(task, out var threads, out var count));
        return count == 0 ? [] : Words(threads, count);
    }

    /// <summary>A name for the youngest thread of this task but the running one.</summary>
    public uint YoungestThread()
    {
        var own = Traps.thread_self_trap();
        var thread = Threads(Self).Last(name => name != own);
        AddSends(own, -2);
        return thread;
    }

    /// <summary>One of a task's special ports.</summary>
    public uint SpecialPort(int which) => SpecialPort(Self, which);

    /// <summary>One of a task's special ports, through one of its ports.</summary>
    public uint SpecialPort(uint task, int which)
    {
        Assert.Equal(KERN_SUCCESS, TaskCalls.task_get_special_port(task, which, out var port));
        return port;
    }

    /// <summary>One of a thread's special ports.</summary>
    public uint ThreadPort(uint thread, int which)
    {
        Assert.Equal(KERN_SUCCESS, ThreadCalls.thread_get_special_port(thread, which, out var port));
        return port;
    }

    /// <summary>Facts of a task; the words beyond the count are cut off.</summary>
    public int[] TaskFacts(uint task, int flavor, int room)
    {
        var words = new int[room];
        Assert.Equal(KERN_SUCCESS, TaskCalls.task_info(task, (uint)flavor, words, out var count));
        return words[..(int)count];
    }

    /// <summary>Facts of a thread; the words beyond the count are cut off.</summary>
    public int[] ThreadFacts(uint thread, int flavor, int room)
    {
        var words = new int[room];
        Assert.Equal(KERN_SUCCESS, ThreadCalls.thread_info(thread, (uint)flavor, words, out var count));
        return words[..(int)count];
    }
}
