using System.Globalization;
using Mach;
using Mach.Abi;

// What the kernel knows of the machine. The figures differ from run to run, so the program prints what is true of them on any.
using MachHost host = MachHost.Open();
HostInfo info = host.ReadInfo();
Say("has processors", info.Processors >= info.Cores && info.Cores > 0);
Say("lets this process use some", info.AvailableProcessors > 0 && info.AvailableProcessors <= info.Processors);
Say("says how much memory there is", info.MemoryBytes > 64 << 20);
Say("has a kernel with a name", host.ReadKernelVersion().Contains("Mach", StringComparison.Ordinal));

try
{
    HostProcessorTime before = host.ReadProcessorTime();
    HostMemoryUse memory = host.ReadMemoryUse();
    HostLoad load = host.ReadLoad();
    Say("has memory to spare", memory.Free > 0 && memory.Free < info.MemoryBytes);
    Say("has worked before", before.User + before.System > TimeSpan.Zero);
    Say("averages over one, five and fifteen minutes", load is { OneMinute: >= 0, FiveMinutes: >= 0, FifteenMinutes: >= 0 });
}
catch (MachException refused) when (refused.Code == kern_return_t.KERN_NOT_SUPPORTED)
{
    // Only Linux tells its processes such figures; elsewhere the kernel says that it has none.
    Console.WriteLine($"the machine keeps the rest to itself: {refused.Message}");
}

// Vouchers come from the host as well: two that say the same are one.
using Voucher voucher = Voucher.Create("for the audit"u8);
using Voucher again = Voucher.Create("for the audit"u8);
Say("makes a voucher once", voucher.Right.RawPort == again.Right.RawPort);
Say("gives back what a voucher says", voucher.ReadUserData().AsSpan().SequenceEqual("for the audit"u8));

static void Say(string what, bool holds) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the machine {what}: {(holds ? "yes" : "no")}"));
