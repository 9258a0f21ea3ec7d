using System.Runtime.InteropServices;

namespace Mach.Conformance;

/// <summary>A task over an address space that a test chose, with one thread.</summary>
internal sealed unsafe class MappedTask : CallingThread, IDisposable
{
    private readonly ManagedKernel _kernel;
    private readonly KernelTask _task;
    private readonly IUserMemory _memory;
    private readonly ManualResetEventSlim _ended = new();
    private readonly nint _buffer = (nint)NativeMemory.AllocZeroed(64 * 1024);
    private TrapFrame _frame;
    private uint _replyPort;
    private bool _disposed;

    public MappedTask(ManagedKernel kernel, string name, IAddressSpace space)
    {
        _kernel = kernel;
        Space = space;
        _memory = space is PagedSpace guest ? new GuestAndStack(guest) : space;
        _task = kernel.CreateTask(new TaskBirth(name, space));
        kernel.Attach(_task, this);
        Self = new MachTrapClient(this).task_self_trap();
    }

    public IAddressSpace Space { get; }

    public uint Self { get; }

    public ulong Page => Space.PageSize;

    public ulong Mapped => _task.MappedBytes;

    public MachTrapClient Traps => new(this);

    public MachVmClient Vm => new(this);

    public MemoryCalls By(Route route) => new(this, route);

    public override IUserMemory Memory => _memory;

    public override uint MigReplyPort => _replyPort == 0 ? _replyPort = Traps.mach_reply_port() : _replyPort;

    public override void DropMigReplyPort() => _replyPort = 0;

    public override void Call(ref TrapFrame frame)
    {
        _ended.Reset();
        if (_kernel.Trap(this, ref frame) == TrapStatus.Done)
            return;
        Assert.True(_ended.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken), "The call has not ended.");
        frame = _frame;
    }

    public override void Complete(ref TrapFrame frame)
    {
        _frame = frame;
        _ended.Set();
    }

    /// <summary>Fresh pages anywhere.</summary>
    public ulong Pages(ulong count, int flags = 0)
    {
        var address = 0UL;
        Assert.Equal(KERN_SUCCESS, Vm.mach_vm_allocate(Self, ref address, count * Page, VM_FLAGS_ANYWHERE | flags));
        return address;
    }

    /// <summary>Fresh pages with a pattern that differs from page to page.</summary>
    public ulong Pattern(ulong count, byte seed = 1)
    {
        var address = Pages(count);
        Put(address, PatternBytes((int)(count * Page), seed));
        return address;
    }

    public static byte[] PatternBytes(int size, byte seed)
    {
        var bytes = new byte[size];
        for (var index = 0; index < size; index++)
            bytes[index] = (byte)(seed + (index * 31) + (index >> 12));
        return bytes;
    }

    public void Free(ulong address, ulong count) => Assert.Equal(KERN_SUCCESS, Vm.mach_vm_deallocate(Self, address, count * Page));

    public byte[] Get(ulong address, int size)
    {
        var bytes = new byte[size];
        Assert.True(_memory.TryRead(address, bytes), $"0x{address:x} cannot be read.");
        return bytes;
    }

    public void Put(ulong address, params ReadOnlySpan<byte> bytes) => Assert.True(_memory.TryWrite(address, bytes), $"0x{address:x} cannot be written.");

    public bool CanRead(ulong address) => _memory.TryRead(address, stackalloc byte[1]);

    public bool CanWrite(ulong address) => _memory.TryWrite(address, stackalloc byte[1]);

    /// <summary>The region at or above an address; null when there is none.</summary>
    public Region? RegionAt(ulong address)
    {
        var size = 0UL;
        var info = new int[(int)VM_REGION_SUBMAP_INFO_V2_COUNT_64];
        var depth = 0u;
        if (Vm.mach_vm_region_recurse(Self, ref address, out size, ref depth, info, out _) != KERN_SUCCESS)
            return null;
        return new Region(address, size, MemoryMarshal.Read<vm_region_submap_info_data_64_t>(MemoryMarshal.AsBytes(info.AsSpan())));
    }

    /// <summary>The map has something at the address. What it has not may be another task's of the same process.</summary>
    public bool IsMapped(ulong address) => RegionAt(address) is { } region && region.Start <= address;

    /// <summary>Every region, in order.</summary>
    public List<Region> Regions()
    {
        List<Region> found = [];
        for (var region = RegionAt(0); region is not null; region = RegionAt(region.End))
            found.Add(region);
        return found;
    }

    /// <summary>A send right to another task's control port, or to one of its weaker ones.</summary>
    public uint ControlOf(MappedTask other) => _kernel.GiveControl(_task, other._task);

    /// <summary>A receive right with a send right under the same name.</summary>
    public uint Port()
    {
        var name = Traps.mach_reply_port();
        Assert.Equal(KERN_SUCCESS, Traps._kernelrpc_mach_port_insert_right_trap(Self, name, name, MACH_MSG_TYPE_MAKE_SEND));
        return name;
    }

    /// <summary>Sends bytes as a message and gives what the buffer holds afterwards.</summary>
    public kern_return_t Send(byte[] message, out byte[] after)
    {
        message.CopyTo(new Span<byte>((void*)_buffer, message.Length));
        var code = Traps.mach_msg_trap(
            new UserPtr<mach_msg_header_t>((ulong)_buffer), MACH_SEND_MSG | MACH_SEND_TIMEOUT, (uint)message.Length, 0, 0, 0, 0);
        after = new Span<byte>((void*)_buffer, message.Length).ToArray();
        return code;
    }

    public kern_return_t Receive(uint port, out Letter letter)
    {
        var code = Traps.mach_msg_trap(
            new UserPtr<mach_msg_header_t>((ulong)_buffer), MACH_RCV_MSG | MACH_RCV_TIMEOUT, 0, 4096, port, 0, 0);
        letter = new Letter(new Span<byte>((void*)_buffer, 4096).ToArray());
        return code;
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _kernel.Terminate(_task);
        _kernel.Detach(this);
        Assert.Equal(0UL, Mapped);
        if (Space is PagedSpace guest)
            Assert.Equal(0UL, guest.Mapped);
        NativeMemory.Free((void*)_buffer);
        _ended.Dispose();
    }

    /// <summary>A region as mach_vm_region_recurse tells it.</summary>
    public sealed record Region(ulong Start, ulong Size, vm_region_submap_info_data_64_t Info)
    {
        public ulong End => Start + Size;
    }

    /// <summary>Message buffers of generated stubs are on this process's stack, everything else is the guest's.</summary>
    private sealed class GuestAndStack(PagedSpace guest) : IUserMemory
    {
        private readonly HostMemory _process = new();

        public ulong PageSize => guest.PageSize;

        public bool TryRead(ulong address, Span<byte> destination) => Of(address).TryRead(address, destination);

        public bool TryWrite(ulong address, ReadOnlySpan<byte> source) => Of(address).TryWrite(address, source);

        private IUserMemory Of(ulong address) => address >= guest.Lowest && address < guest.End ? guest : _process;
    }
}
