using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Mach.Darwin.Simulated;

/// <summary>
/// In the place of libSystem: its functions for traps, each making the trap in a kernel of this process on behalf of the OS thread
/// that calls. To whoever calls them that kernel is XNU. Functions that send messages themselves are missing, so that callers send them.
/// </summary>
internal sealed class SimulatedLibrary(Mach.Kernel.ManagedKernel kernel) : SystemLibrary, IDisposable
{
    private readonly Dictionary<string, int> _numbers = MachTrapCatalogue.Rows
        .Where(row => row.Symbol.Length != 0)
        .Select(row => (row.Symbol, row.Number))
        .Append(("mach_absolute_time", -3)).Append(("mach_continuous_time", -4))
        .ToDictionary(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<uint, Caller> _threads = new();
    private readonly ConcurrentBag<Function> _kept = [];   // function pointers do not keep their delegates

    private delegate ulong Function(ulong a0, ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7);

    public override string Description => "a simulated libSystem";

    /// <summary>The task that this process is to the kernel.</summary>
    public KernelTask? Process { get; set; }

    /// <summary>The memory of that task.</summary>
    public IAddressSpace? Memory { get; set; }

    /// <summary>OS threads that have called so far.</summary>
    public int Threads => _threads.Count;

    /// <summary>Aborts so far.</summary>
    public int Aborts;

    private volatile bool _ended;

    public void Dispose()
    {
        _ended = true;
        foreach (var thread in _threads.Values)
        {
            kernel.Detach(thread);
            thread.Dispose();
        }
    }

    protected override nint Load(string function)
    {
        Function? code = function switch
        {
            "pthread_self" => (_, _, _, _, _, _, _, _) => Self,
            "pthread_mach_thread_np" => (thread, _, _, _, _, _, _, _) => thread,
            "thread_abort_safely" => (thread, _, _, _, _, _, _, _) => Abort((uint)thread),
            _ => _numbers.TryGetValue(function, out var number) ? (a0, a1, a2, a3, a4, a5, a6, a7) => Trap(number, a0, a1, a2, a3, a4, a5, a6, a7) : null,
        };
        if (code is null)
            return 0;
        _kept.Add(code);
        return Marshal.GetFunctionPointerForDelegate(code);
    }

    private static uint Self => (uint)Environment.CurrentManagedThreadId;

    private ulong Trap(int number, ulong a0, ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7)
    {
        if (_ended)
            return (int)MACH_SEND_INVALID_DEST;   // a thread of the process that is finalized late
        // What lies in registers beyond the trap's arguments is anything; the kernel does not look.
        TrapFrame frame = new(number) { A0 = a0, A1 = a1, A2 = a2, A3 = a3, A4 = a4, A5 = a5, A6 = a6, A7 = a7 };
        if (!_threads.TryGetValue(Self, out var thread))
        {
            thread = new Caller(kernel, Memory!);
            try
            {
                kernel.Attach(Process!, thread);
            }
            catch (InvalidOperationException) when (!Process!.IsAlive)
            {
                return (int)KERN_TERMINATED;   // the process has ended just now
            }

            _threads[Self] = thread;
        }

        thread.Call(ref frame);
        return frame.R0;
    }

    private ulong Abort(uint port)
    {
        Interlocked.Increment(ref Aborts);
        if (_threads.TryGetValue(port, out var thread))
            kernel.Interrupt(thread);
        return 0;
    }

    /// <summary>An OS thread that calls, as the kernel has it.</summary>
    private sealed class Caller(IKernel kernel, IUserMemory memory) : CallingThread, IDisposable
    {
        private readonly SemaphoreSlim _ended = new(0);
        private ulong _result;

        public override IUserMemory Memory => memory;

        public override uint MigReplyPort => throw new NotSupportedException();

        public override void DropMigReplyPort() => throw new NotSupportedException();

        public override void Call(ref TrapFrame frame)
        {
            if (kernel.Trap(this, ref frame) == TrapStatus.Done)
                return;
            _ended.Wait();
            frame.R0 = _result;
        }

        public override void Complete(ref TrapFrame frame)
        {
            _result = frame.R0;
            _ended.Release();
        }

        public void Dispose() => _ended.Dispose();
    }
}
