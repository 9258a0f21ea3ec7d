namespace Mach.Library.Tests;

public sealed class A_host : World
{
    [Fact]
    public void Tells_what_the_machine_is_and_does()
    {
        using MachHost host = MachHost.Open(Alice);
        HostInfo info = host.ReadInfo();
        Assert.True(info.Processors >= info.Cores && info.Cores >= 1 && info.AvailableProcessors >= 1);
        Assert.True(info.MemoryBytes > 0);
        Assert.Contains("Mach", host.ReadKernelVersion(), StringComparison.Ordinal);
        if (!OperatingSystem.IsLinux())
            return;
        HostMemoryUse memory = host.ReadMemoryUse();
        Assert.InRange(memory.Free, 1, info.MemoryBytes);
        Assert.True(host.ReadLoad().OneMinute >= 0);
        HostProcessorTime before = host.ReadProcessorTime(), after = host.ReadProcessorTime();
        Assert.True(after.User >= before.User && after.System >= before.System && after.Idle + after.User + after.System >= before.Idle + before.User + before.System);
    }

    [Fact]
    public void Is_asked_by_a_right_that_can_be_used_up()
    {
        MachHost host = MachHost.Open(Alice);
        host.Dispose();
        Assert.ThrowsAny<InvalidOperationException>(() => host.ReadInfo());
    }

    [Fact]
    public void Makes_vouchers_that_are_one_where_they_say_the_same()
    {
        using (Voucher one = Voucher.Create([1, 2, 3], Alice), same = Voucher.Create([1, 2, 3], Alice), other = Voucher.Create([], Alice))
        {
            Assert.Equal(one.Right.RawPort, same.Right.RawPort);
            Assert.NotEqual(one.Right.RawPort, other.Right.RawPort);
            Assert.Equal([1, 2, 3], one.ReadUserData());
            Assert.Empty(other.ReadUserData());
        }
        Assert.Throws<ArgumentException>(() => Voucher.Create(new byte[Voucher.MostUserData + 1], Alice));
        using Voucher largest = Voucher.Create(new byte[Voucher.MostUserData], Alice);
        Assert.Equal(Voucher.MostUserData, largest.ReadUserData().Length);
    }
}
