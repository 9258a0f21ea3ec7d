using System.Runtime.InteropServices;
using Mach.Kernel;
using Xunit;

namespace Mach.Library.Tests;

/// <summary>Tests that look at addresses which were just unmapped: nobody else may map anything there meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

[Collection(Alone.Name)]
public sealed unsafe class Task_memory : IDisposable
{
    private readonly ManagedKernel _kernel = new();
    private readonly MachTask _task;
    private readonly HostMemory _memory;

    public Task_memory()
    {
        _task = MachSystem.Boot(_kernel).CreateTask("memory");
        _memory = _task.Memory;
    }

    public void Dispose()
    {
        _task.Dispose();
        Assert.Equal(0UL, _task.MappedBytes);
        _kernel.Dispose();
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(0x10UL)]
    [InlineData(0x7fff_ffff_f000UL)]
    [InlineData(0xffff_8000_0000_0000UL)]
    [InlineData(ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 3)]
    public void A_bad_address_gives_false(ulong address)
    {
        Assert.False(_memory.TryRead(address, stackalloc byte[8]));
        Assert.False(_memory.TryWrite(address, stackalloc byte[8]));
    }

    [Fact]
    public void Nothing_is_copied_from_any_address_when_the_length_is_zero() =>
        Assert.True(_memory.TryRead(0, []) && _memory.TryWrite(8, []));

    [Fact]
    public void A_read_only_page_is_read_and_not_written()
    {
        ReadOnlySpan<byte> constant = "never written"u8;
        byte[] copy = new byte[constant.Length];
        fixed (byte* at = constant)
        {
            Assert.True(_memory.TryRead((ulong)at, copy));
            Assert.Equal(constant, copy);
            if (!OperatingSystem.IsWindows())
                Assert.False(_memory.TryWrite((ulong)at, copy));
        }
    }

    [Fact]
    public void Memory_that_nobody_registered_is_read_and_written()
    {
        byte* block = (byte*)NativeMemory.AllocZeroed(100_000);
        byte[] sent = new byte[99_999];
        new Random(5).NextBytes(sent);
        byte[] got = new byte[99_999];
        Assert.True(_memory.TryWrite((ulong)block + 1, sent));
        Assert.True(_memory.TryRead((ulong)block + 1, got));
        NativeMemory.Free(block);
        Assert.Equal(sent, got);
    }

    [Fact]
    public void A_region_is_zeroed_each_time_it_is_handed_out()
    {
        byte[] dirt = new byte[20_000];
        byte[] seen = new byte[20_000];
        dirt.AsSpan().Fill(0xee);
        for (int i = 0; i < 4; i++)
        {
            ulong at = _task.Allocate(20_000);
            Assert.True(_memory.TryRead(at, seen));
            Assert.Equal(-1, seen.AsSpan().IndexOfAnyExcept((byte)0));
            Assert.True(_memory.TryWrite(at, dirt));
            _task.Deallocate(at, 20_000);
        }

        Assert.Equal(0UL, _task.MappedBytes);
    }

    [Fact]
    public void A_region_can_be_deallocated_page_by_page_and_around_holes()
    {
        ulong page = _memory.PageSize;
        ulong at = _task.Allocate(8 * page);
        _task.Deallocate(at + 2 * page, 1);              // page 2
        _task.Deallocate(at + 4 * page + 5, page);       // pages 4 and 5
        Assert.Equal(5 * page, _task.MappedBytes);
        Assert.False(_memory.TryRead(at + 2 * page, stackalloc byte[1]));
        Assert.False(_memory.TryRead(at + 2 * page - 1, stackalloc byte[2]));
        Assert.True(_memory.TryRead(at + 3 * page, stackalloc byte[(int)page]));
        Assert.False(_memory.TryRead(at + 5 * page + 7, stackalloc byte[1]));
        _task.Deallocate(at, 8 * page);
        Assert.Equal(0UL, _task.MappedBytes);
        _task.Deallocate(at, 8 * page);
    }

    [Fact]
    public void Deallocating_what_was_never_handed_out_leaves_it_alone()
    {
        int[] ours = GC.AllocateArray<int>(4096, pinned: true);
        ours[17] = 17;
        _task.Deallocate((ulong)Marshal.UnsafeAddrOfPinnedArrayElement(ours, 0), 16384);
        _task.Deallocate(0, ulong.MaxValue);
        _task.Deallocate(ulong.MaxValue, 5);
        Assert.Equal(17, ours[17]);
    }

    [Fact]
    public void A_copy_outlives_the_deallocation_that_races_it()
    {
        const int size = 1 << 20;
        byte[] copy = new byte[size];
        int times = Soak.Times(200);
        ulong current = 0;
        using var stop = new CancellationTokenSource();
        var reader = new Thread(() =>
        {
            Span<byte> mine = new byte[size];
            while (!stop.IsCancellationRequested)
            {
                ulong at = Volatile.Read(ref current);
                if (at != 0)
                    _memory.TryRead(at, mine);
            }
        });
        reader.Start();
        for (int i = 0; i < times; i++)
        {
            ulong at = _task.Allocate(size);
            Assert.True(_memory.TryWrite(at, copy));
            Volatile.Write(ref current, at);
            _task.Deallocate(at + (ulong)(i % 2 * 8192), size);
            _task.Deallocate(at, size);
        }

        stop.Cancel();
        reader.Join();
        Assert.Equal(0UL, _task.MappedBytes);
    }

    [Fact]
    public void Copies_and_allocations_allocate_nothing_managed()
    {
        byte* block = (byte*)NativeMemory.AllocZeroed(64);
        Span<byte> buffer = stackalloc byte[64];
        Round(buffer, 3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Round(buffer, 1000);
        long after = GC.GetAllocatedBytesForCurrentThread();
        NativeMemory.Free(block);
        Assert.Equal(before, after);

        void Round(Span<byte> bytes, int times)
        {
            for (int i = 0; i < times; i++)
            {
                ulong at = _task.Allocate(5000);
                _memory.TryWrite(at, bytes);
                _memory.TryRead(at, bytes);
                _memory.TryRead((ulong)block, bytes);
                _memory.TryRead(3, bytes);
                _task.Deallocate(at, 5000);
            }
        }
    }
}
