using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>A page, mapped and unmapped.</summary>
/// <param name="touches">A byte of it is written between.</param>
internal sealed unsafe class SystemPage(bool touches) : Workload
{
    public override void Run(long operations)
    {
        for (var i = 0L; i < operations; i++)
        {
            var page = SystemMemory.Map(null, 4096, SystemMemory.Private | SystemMemory.Anonymous);
            if (touches)
                *page = 1;
            SystemMemory.Unmap(page, 4096);
        }
    }
}
