namespace Mach.Library.Tests;

public sealed class An_exception_server : World
{
    private readonly ScriptedCpu _cpu;

    public An_exception_server()
    {
        _cpu = new ScriptedCpu(Alice);
        Alice.AddThread(_cpu);
    }

    [Theory]
    [InlineData(ExceptionBehavior.State)]
    [InlineData(ExceptionBehavior.StateIdentity)]
    [InlineData(ExceptionBehavior.StateIdentityProtected)]
    public async Task Lets_a_thread_go_on_from_other_registers(ExceptionBehavior behavior)
    {
        _cpu.Registers[3] = 7;
        await using ExceptionServer server = Serve(behavior, exception =>
        {
            Assert.Equal((ExceptionType.BadAccess, 1, 0x1234, ARM_THREAD_STATE64), (exception.Type, (int)exception.Code, (int)exception.Subcode, exception.Flavor));
            uint[] state = [.. exception.State];
            Assert.Equal((68, 7u), (state.Length, state[3]));
            state[3]++;
            exception.SetState(ARM_THREAD_STATE64, state);
            return true;
        });
        Assert.Equal(KERN_SUCCESS, _cpu.Raise(EXC_BAD_ACCESS, 1, 0x1234));
        Assert.Equal(8u, _cpu.Registers[3]);
    }

    [Fact]
    public async Task Reaches_thread_and_task_through_their_ports()
    {
        ulong number = 0;
        await using ExceptionServer server = Serve(ExceptionBehavior.Default, exception =>
        {
            arm_thread_state64_t state = exception.Thread!.GetState<arm_thread_state64_t>(ARM_THREAD_STATE64);
            state.__pc += 4;
            exception.Thread.SetState(ARM_THREAD_STATE64, state);
            number = exception.Thread.GetFigures().Number;
            Assert.Equal(Alice.ProcessId, exception.Task!.GetProcessId());
            Assert.False(exception.TakesState);
            Assert.Throws<InvalidOperationException>(() => exception.SetState(ARM_THREAD_STATE64, []));
            Bob.CurrentThread.DropMigReplyPort();
            return true;
        });
        Assert.Equal(KERN_SUCCESS, _cpu.Raise(EXC_BREAKPOINT));
        Assert.Equal(4u, _cpu.Registers[64]);
        Assert.NotEqual(0UL, number);
    }

    [Fact]
    public async Task Is_told_who_it_was_without_power_over_him()
    {
        ulong number = 0;
        await using ExceptionServer server = Serve(ExceptionBehavior.IdentityProtected, exception =>
        {
            Assert.Null(exception.Thread);
            Assert.Null(exception.Task);
            Assert.NotNull(exception.TaskToken);
            number = exception.ThreadNumber;
            return true;
        });
        Assert.Equal(KERN_SUCCESS, _cpu.Raise(EXC_RESOURCE));
        Assert.NotEqual(0UL, number);
    }

    [Fact]
    public async Task Passes_on_what_it_does_not_handle()
    {
        int asked = 0;
        await using ExceptionServer server = Serve(ExceptionBehavior.State, _ => ++asked > 1);
        Assert.Equal(KERN_FAILURE, _cpu.Raise(EXC_SYSCALL));
        Assert.Equal(KERN_SUCCESS, _cpu.Raise(EXC_SYSCALL));
    }

    [Fact]
    public async Task May_wait_before_it_decides()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ExceptionServer server = ExceptionServer.StartAsync(Bob, async exception =>
        {
            await gate.Task.ConfigureAwait(false);
            return exception.Type == ExceptionType.Arithmetic;
        });
        SetPort(server, ExceptionBehavior.Default);
        Task<kern_return_t> raised = Task.Run(() => _cpu.Raise(EXC_ARITHMETIC));
        Assert.False(raised.IsCompleted);
        gate.SetResult();
        Assert.Equal(KERN_SUCCESS, await raised);
    }

    [Fact]
    public async Task Handles_what_code_of_this_process_raises()
    {
        await using ExceptionServer server = Serve(ExceptionBehavior.Default, exception => exception.Code == 5);
        Assert.Equal(ExceptionOutcome.Handled, Alice.CurrentThread.Raise(ExceptionType.Software, 5));
        Assert.Equal(ExceptionOutcome.Ignored, Alice.CurrentThread.Raise(ExceptionType.Software, 6));
    }

    [Fact]
    public async Task Ends_with_what_its_handler_throws_and_the_thread_asks_others()
    {
        ExceptionServer server = Serve(ExceptionBehavior.Default, _ => throw new NotSupportedException("no"));
        Assert.Equal(KERN_FAILURE, _cpu.Raise(EXC_SYSCALL));
        await Assert.ThrowsAsync<NotSupportedException>(() => server.Completion);
        Assert.Equal(KERN_FAILURE, _cpu.Raise(EXC_SYSCALL));
    }

    [Fact]
    public void Is_not_needed_to_stop_a_task()
    {
        using TaskPort alice = Alice.GetPort(Bob);
        using (alice.Suspend())
        {
            Assert.Equal((1, 1), (_cpu.Stops, alice.GetFigures().SuspendCount));
            using (alice.Suspend())
                Assert.Equal(2, alice.GetFigures().SuspendCount);
            Assert.Equal(1, _cpu.Stops);
        }

        Assert.Equal((0, 0), (_cpu.Stops, alice.GetFigures().SuspendCount));
        ThreadPort[] threads = alice.GetThreads();
        ThreadPort thread = threads[^1];
        thread.Suspend();
        Assert.Equal((1, 1, true), (_cpu.Stops, thread.GetFigures().SuspendCount, thread.GetFigures().IsWaiting));
        thread.Resume();
        thread.Abort();
        Assert.Equal(KERN_FAILURE, Assert.Throws<MachException>(thread.Resume).Code);
        foreach (ThreadPort one in threads)
            one.Dispose();
        Assert.Equal(0, _cpu.Stops);
    }

    [Fact]
    public void Is_not_needed_to_look_at_memory()
    {
        using TaskPort alice = Alice.GetPort(Bob);
        ulong place = alice.AllocateMemory(16);
        alice.WriteMemory(place + 4, "mach"u8);
        byte[] read = new byte[4];
        alice.ReadMemory(place + 4, read);
        Assert.Equal("mach"u8, read);
        alice.FreeMemory(place, 16);
        Assert.Equal(KERN_INVALID_ADDRESS, Assert.Throws<MachException>(() => alice.ReadMemory(place, read)).Code);
    }

    protected override void Dispose(bool disposing)
    {
        Alice.RemoveThread(_cpu);
        _cpu.Dispose();
        base.Dispose(disposing);
    }

    private ExceptionServer Serve(ExceptionBehavior behavior, Func<ThreadException, bool> handler)
    {
        ExceptionServer server = ExceptionServer.Start(Bob, handler);
        SetPort(server, behavior);
        return server;
    }

    private void SetPort(ExceptionServer server, ExceptionBehavior behavior)
    {
        using TaskPort alice = Alice.GetPort(Bob);
        using SendRight right = server.MakeSend();
        alice.SetExceptionPort(ExceptionTypes.All, right, behavior, ARM_THREAD_STATE64);
    }

    private sealed class ScriptedCpu(MachTask task) : TrapThread, IThreadCpu, IDisposable
    {
        private readonly ManualResetEventSlim _ended = new();
        private TrapFrame _frame;
        private int _stops;

        public uint[] Registers { get; } = new uint[68];

        public int Stops => Volatile.Read(ref _stops);

        public override IUserMemory Memory => task.Memory;

        public override IThreadCpu Cpu => this;

        public CpuKind Kind => CpuKind.Arm64;

        public kern_return_t Raise(int type, long code = 0, long subcode = 0)
        {
            _ended.Reset();
            _frame = default;
            if (task.Raise(this, new RaisedException(type, code, subcode), ref _frame) == TrapStatus.Blocked)
                Assert.True(_ended.Wait(TimeSpan.FromSeconds(20)));
            return _frame.Code;
        }

        public override void Complete(ref TrapFrame frame)
        {
            _frame = frame;
            _ended.Set();
        }

        public void Stop() => Interlocked.Increment(ref _stops);

        public void Go() => Interlocked.Decrement(ref _stops);

        public void Halt()
        {
        }

        public void Dispose() => _ended.Dispose();

        public bool TryRead(int flavor, Span<uint> words) => flavor == ARM_THREAD_STATE64 && Registers.AsSpan().TryCopyTo(words);

        public bool TryWrite(int flavor, ReadOnlySpan<uint> words) => flavor == ARM_THREAD_STATE64 && words.TryCopyTo(Registers);
    }
}
