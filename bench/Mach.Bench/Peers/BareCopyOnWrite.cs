using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>
/// Copy-on-write with nothing around it: pages of a file are written, their writer's view and another one become private, everything is
/// given up.
/// </summary>
internal sealed unsafe class BareCopyOnWrite(uint size) : Workload
{
    private readonly int _file = SystemMemory.NewFile(size);

    public override void Run(long operations)
    {
        for (var i = 0L; i < operations; i++)
        {
            var view = SystemMemory.Map(null, size, SystemMemory.Shared | SystemMemory.NoReserve, _file);
            for (nuint at = 0; at < size; at += 4096)
                view[at] = (byte)i;
            SystemMemory.Map(view, size, SystemMemory.Private | SystemMemory.Fixed | SystemMemory.NoReserve, _file);
            var copy = SystemMemory.Map(null, size, SystemMemory.Private | SystemMemory.NoReserve, _file);
            if (*copy != (byte)i)
                throw new InvalidOperationException("The copy is not what was written.");
            SystemMemory.Unmap(copy, size);
            SystemMemory.Unmap(view, size);
            SystemMemory.Punch(_file, size);
        }
    }
}
