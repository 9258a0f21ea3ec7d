using Mach.Bench.Measuring;

namespace Mach.Bench.Ours;

/// <summary>A page of a task's memory, allocated and deallocated by trap.</summary>
/// <param name="touches">A byte of it is written between.</param>
internal sealed unsafe class OnePage(bool touches) : Workload
{
    private readonly MachTask _task = MachSystem.Boot().CreateTask("bench");

    public override void Run(long operations)
    {
        var traps = new MachTrapClient(_task.CurrentThread);
        var self = _task.SelfName;
        for (var i = 0L; i < operations; i++)
        {
            var address = 0UL;
            Wire.Require(traps._kernelrpc_mach_vm_allocate_trap(self, new UserPtr<ulong>((ulong)&address), 4096, VM_FLAGS_ANYWHERE), "allocate");
            if (touches)
                *(byte*)address = 1;
            Wire.Require(traps._kernelrpc_mach_vm_deallocate_trap(self, address, 4096), "deallocate");
        }
    }

    protected override void End() => _task.Dispose();
}
