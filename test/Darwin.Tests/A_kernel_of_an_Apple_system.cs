namespace Mach.Darwin.Tests;

public class A_kernel_of_an_Apple_system
{
    private readonly RecordingLibrary _library = new(_ => true);

    private DarwinKernel Kernel => field ??= new DarwinKernel(_library, macOS: true);

    private MachSystem Machine => field ??= MachSystem.Boot(Kernel);

    [Fact]
    public void Is_nothing_to_have_elsewhere()
    {
        Assert.SkipWhen(DarwinKernel.IsSupported, "This is an Apple system.");
        var refusal = Assert.Throws<PlatformNotSupportedException>(() => new DarwinKernel());
        Assert.Contains("only Apple systems have", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("reference the package Mach.Kernel", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_this_process_as_its_one_task()
    {
        Assert.Equal(Environment.ProcessId, Machine.FirstTask.ProcessId);
        var refusal = Assert.Throws<PlatformNotSupportedException>(() => Machine.CreateTask("another"));
        Assert.Contains("MachSystem.Current.FirstTask", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("MachSystem.Boot()", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<PlatformNotSupportedException>(() => Machine.FirstTask.CreateChild("child"));
    }

    [Fact]
    public void Does_not_end_the_process_with_its_task()
    {
        var refusal = Assert.Throws<PlatformNotSupportedException>(Machine.FirstTask.Dispose);
        Assert.Contains("Environment.Exit", refusal.Message, StringComparison.Ordinal);
        Assert.True(Machine.FirstTask.IsAlive);
        _library.Answer = 0x203;
        Assert.Equal(0x203u, Machine.FirstTask.SelfName);
    }

    [Fact]
    public void Serves_attached_threads_only()
    {
        var task = Kernel.AdoptProcess(new TaskBirth("process", new HostMemory()));
        var thread = new Bystander();
        TrapFrame frame = new(MachTrapNumbers.mach_reply_port);
        Assert.Throws<InvalidOperationException>(() => Kernel.Trap(thread, ref frame));
        Kernel.Attach(task, thread);
        Assert.Throws<InvalidOperationException>(() => Kernel.Attach(task, thread));
        Assert.Equal(TrapStatus.Done, Kernel.Trap(thread, ref frame));
        Kernel.Detach(thread);
        Assert.Throws<InvalidOperationException>(() => Kernel.Trap(thread, ref frame));
        using var other = new Mach.Kernel.ManagedKernel();
        Assert.Throws<ArgumentException>(() => Kernel.Attach(other.CreateTask(new TaskBirth("foreign", new HostMemory())), thread));
    }

    [Fact]
    public void Gives_the_whole_register_where_the_time_is_asked_for()
    {
        _library.Answer = 0x8000_0000_0000_0001;
        foreach (var (number, function) in new[] { (-3, "mach_absolute_time"), (-4, "mach_continuous_time") })
        {
            TrapFrame frame = new(number);
            Machine.FirstTask.CurrentThread.Call(ref frame);
            Assert.Equal((0x8000_0000_0000_0001, function), (frame.R0, _library.Calls[^1].Function));
        }
    }

    [Fact]
    public void Has_no_trap_that_the_table_lacks()
    {
        TrapFrame frame = new(-1);
        Machine.FirstTask.CurrentThread.Call(ref frame);
        Assert.Equal(KERN_NOT_SUPPORTED, frame.Code);
        Assert.Empty(_library.Calls);
    }

    [Fact]
    public void Names_the_function_that_an_older_system_lacks()
    {
        var machine = MachSystem.Boot(new DarwinKernel(new RecordingLibrary(name => name != "mach_msg2_trap"), macOS: true));
        var missing = Assert.Throws<EntryPointNotFoundException>(() =>
        {
            TrapFrame frame = new(MachTrapNumbers.mach_msg2_trap);
            machine.FirstTask.CurrentThread.Call(ref frame);
        });
        Assert.Equal("There is no function 'mach_msg2_trap' in a library of the tests, version 7.", missing.Message);
    }

    [Fact]
    public void Calls_nothing_that_libSystem_does_not_export()
    {
        var task = Machine.FirstTask;
        TrapFrame frame = new(MachTrapNumbers.mach_msg2_trap) { A1 = MACH64_RCV_MSG };
        task.CurrentThread.Call(ref frame);
        for (var number = -4; number < -2; number++)
        {
            TrapFrame time = new(number);
            task.CurrentThread.Call(ref time);
        }

        _ = task.GiveControlTo(task);
        _library.Answer = 0;
        Assert.Equal(0ul, task.MappedBytes);
        OsThread.Abort(_library, 1);
        Assert.Subset(Facts.Exports.ToHashSet(), _library.Asked);
        _library.Answer = 5;
        Assert.Contains("KERN_FAILURE", Assert.Throws<InvalidOperationException>(() => task.MappedBytes).Message, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string>(["pthread_self", "pthread_mach_thread_np", "thread_abort_safely", "mach_msg2_trap"]), _library.Asked);
    }

    [Theory]
    [InlineData(true, true, true, "system")]
    [InlineData(true, true, false, "system")]
    [InlineData(true, false, true, "own")]
    [InlineData(true, false, false, "No kernel: reference the package Mach.Darwin to reach XNU, or Mach.Kernel to have one in this process.")]
    [InlineData(false, true, true, "own")]
    [InlineData(false, false, true, "own")]
    [InlineData(false, true, false, "No kernel: reference the package Mach.Kernel to have one in this process; Mach.Darwin is for Apple systems.")]
    [InlineData(false, false, false, "No kernel: reference the package Mach.Kernel to have one in this process.")]
    public void Is_chosen_before_any_other_where_the_program_references_it(bool apple, bool darwin, bool managed, string expected)
    {
        using var own = new Mach.Kernel.ManagedKernel();
        string found;
        try
        {
            var chosen = KernelFactory.Choose(apple, darwin ? () => Kernel : null, managed ? () => own : null);
            found = chosen == Kernel ? "system" : chosen == own ? "own" : "another";
        }
        catch (PlatformNotSupportedException refusal)
        {
            found = refusal.Message;
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Is_chosen_by_nobody_elsewhere()
    {
        Assert.SkipWhen(DarwinKernel.IsSupported, "This is an Apple system.");
        Assert.IsType<Mach.Kernel.ManagedKernel>(MachSystem.Current.Kernel);
    }

    private sealed class Bystander : TrapThread
    {
        public override IUserMemory Memory { get; } = new HostMemory();

        public override void Complete(ref TrapFrame frame) => Assert.Fail("It did not sleep.");
    }
}
