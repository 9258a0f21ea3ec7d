using System.Runtime.InteropServices;

namespace Mach.Kernel;

internal sealed partial class KMap
{
    private const int ExtendedInfoOld = 11;
    private const uint ExtendedInfoOldCount = 8;

    /// <summary>mach_vm_region (R-VMR-15 to R-VMR-18).</summary>
    /// <param name="address">Where to look from; receives the region's start.</param>
    /// <param name="size">Receives its size.</param>
    /// <param name="flavor">VM_REGION_*.</param>
    /// <param name="info">Room for the answer.</param>
    /// <param name="count">Receives the words of the answer.</param>
    internal kern_return_t Region(ref ulong address, ref ulong size, int flavor, Span<int> info, ref uint count)
    {
        var needed = flavor switch
        {
            VM_REGION_BASIC_INFO or VM_REGION_BASIC_INFO_64 => VM_REGION_BASIC_INFO_COUNT_64,
            VM_REGION_EXTENDED_INFO => VM_REGION_EXTENDED_INFO_COUNT,
            ExtendedInfoOld => ExtendedInfoOldCount,
            VM_REGION_TOP_INFO => VM_REGION_TOP_INFO_COUNT,
            _ => 0u,
        };
        if (needed == 0 || info.Length < needed)
            return KERN_INVALID_ARGUMENT;
        using var held = Enter();
        var index = IndexOf(Trunc(address));
        if (index == _entries.Count)
            return KERN_INVALID_ADDRESS;
        var entry = _entries[index];
        address = entry.Start;
        size = entry.Size;
        count = needed;
        var bytes = MemoryMarshal.AsBytes(info[..(int)needed]);
        bytes.Clear();
        switch (flavor)
        {
            case VM_REGION_BASIC_INFO or VM_REGION_BASIC_INFO_64:
                Write(bytes, Basic(entry));
                break;
            case VM_REGION_TOP_INFO:
                Write(bytes, Top(entry));
                break;
            default:
                Write(bytes, Extended(entry));
                break;
        }
        return KERN_SUCCESS;
    }

    /// <summary>mach_vm_region_recurse (R-VMR-19, R-VMR-20): there are no sub-maps.</summary>
    internal kern_return_t RegionRecurse(ref ulong address, ref ulong size, ref uint depth, Span<int> info, ref uint count)
    {
        var needed = info.Length switch
        {
            < (int)VM_REGION_SUBMAP_SHORT_INFO_COUNT_64 => 0u,
            < (int)VM_REGION_SUBMAP_INFO_V0_COUNT_64 => VM_REGION_SUBMAP_SHORT_INFO_COUNT_64,
            < (int)VM_REGION_SUBMAP_INFO_V1_COUNT_64 => VM_REGION_SUBMAP_INFO_V0_COUNT_64,
            < (int)VM_REGION_SUBMAP_INFO_V2_COUNT_64 => VM_REGION_SUBMAP_INFO_V1_COUNT_64,
            _ => VM_REGION_SUBMAP_INFO_V2_COUNT_64,
        };
        if (needed == 0)
            return KERN_INVALID_ARGUMENT;
        using var held = Enter();
        var index = IndexOf(Trunc(address));
        if (index == _entries.Count)
            return KERN_INVALID_ADDRESS;
        var entry = _entries[index];
        address = entry.Start;
        size = entry.Size;
        depth = 0;
        count = needed;
        var bytes = MemoryMarshal.AsBytes(info[..(int)needed]);
        bytes.Clear();
        if (needed == VM_REGION_SUBMAP_SHORT_INFO_COUNT_64)
            Write(bytes, Short(entry));
        else
            Write(bytes, Full(entry));
        return KERN_SUCCESS;
    }

    /// <summary>mach_vm_page_info (R-VMR-24).</summary>
    internal kern_return_t PageInfo(ulong address, int flavor, Span<int> info, ref uint count)
    {
        if (flavor != VM_PAGE_INFO_BASIC || info.Length < (int)VM_PAGE_INFO_BASIC_COUNT - 1)
            return KERN_INVALID_ARGUMENT;
        count = (uint)Math.Min(info.Length, (int)VM_PAGE_INFO_BASIC_COUNT);
        var bytes = MemoryMarshal.AsBytes(info[..(int)count]);
        bytes.Clear();
        using var held = Enter();
        if (Find(address) is not { } entry)
            return KERN_SUCCESS;
        var page = Query(entry, address);
        Write(bytes, new vm_page_info_basic_data_t
        {
            disposition = page.Disposition,
            ref_count = page.References,
            object_id = page.Disposition == 0 && entry.Object is null ? 0 : entry.Id,
            offset = entry.Offset + (address - entry.Start),
        });
        return KERN_SUCCESS;
    }

    /// <summary>mach_vm_page_query (R-VMR-23): nothing and nobody for a page that is not there.</summary>
    internal (int Disposition, int References) PageQuery(ulong address)
    {
        using var held = Enter();
        return Find(address) is { } entry ? Query(entry, address) : default;
    }

    /// <summary>mach_vm_page_range_query (R-VMR-25); the buffer is the caller's.</summary>
    internal kern_return_t PageRangeQuery(ulong address, ulong size, IUserMemory caller, ulong buffer, ref ulong count)
    {
        if (count > ulong.MaxValue / sizeof(int) || buffer + (count * sizeof(int)) < buffer)
            return KERN_INVALID_ARGUMENT;
        if (size == 0 || count == 0)
            return KERN_SUCCESS;
        if (!TryCover(address, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        var pages = Math.Min(count, (end - start) / Space.PageSize);
        Span<int> part = stackalloc int[256];
        for (ulong done = 0; done < pages; done += (ulong)part.Length)
        {
            part = part[..(int)Math.Min((ulong)part.Length, pages - done)];
            for (var index = 0; index < part.Length; index++)
                part[index] = PageQuery(start + ((done + (ulong)index) * Space.PageSize)).Disposition;
            if (!caller.TryWrite(buffer + (done * sizeof(int)), MemoryMarshal.AsBytes(part)))
                return (kern_return_t)14;       // EFAULT, as XNU's copyout has it
        }
        count = pages;
        return KERN_SUCCESS;
    }

    private (int Disposition, int References) Query(KMapEntry entry, ulong address)
    {
        var present = Space.CountResident(Trunc(address), Space.PageSize) != 0;
        return (present ? VM_PAGE_QUERY_PAGE_PRESENT : 0, present ? References(entry) : 0);
    }

    private static void Write<T>(Span<byte> words, T data)
        where T : unmanaged =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref data))[..Math.Min(words.Length, System.Runtime.CompilerServices.Unsafe.SizeOf<T>())].CopyTo(words);

    private static vm_region_basic_info_data_64_t Basic(KMapEntry entry) => new()
    {
        protection = entry.Protection,
        max_protection = entry.MaxProtection,
        inheritance = entry.Inheritance,
        shared = entry.Shared ? 1 : 0,
        offset = entry.Offset,
        behavior = entry.Behavior,
        user_wired_count = entry.Wired,
    };

    private vm_region_extended_info_data_t Extended(KMapEntry entry)
    {
        var resident = Resident(entry);
        return new()
        {
            protection = entry.Protection,
            user_tag = entry.Tag,
            pages_resident = resident,
            ref_count = (uint)References(entry, resident),
            share_mode = ShareMode(entry, resident),
        };
    }

    private vm_region_top_info_data_t Top(KMapEntry entry)
    {
        var resident = Resident(entry);
        var isPrivate = entry.IsPrivate && !entry.Copied;
        return new()
        {
            obj_id = (uint)ObjectId(entry, resident),
            ref_count = (uint)References(entry, resident),
            private_pages_resident = isPrivate ? resident : 0,
            shared_pages_resident = isPrivate ? 0 : resident,
            share_mode = ShareMode(entry, resident),
        };
    }

    private vm_region_submap_short_info_data_64_t Short(KMapEntry entry)
    {
        var resident = Resident(entry);
        return new()
        {
            protection = entry.Protection,
            max_protection = entry.MaxProtection,
            inheritance = entry.Inheritance,
            offset = entry.Offset,
            user_tag = entry.Tag,
            ref_count = (uint)References(entry, resident),
            share_mode = ShareMode(entry, resident),
            behavior = entry.Behavior,
            object_id = (uint)ObjectId(entry, resident),
            user_wired_count = entry.Wired,
        };
    }

    private vm_region_submap_info_data_64_t Full(KMapEntry entry)
    {
        var resident = Resident(entry);
        return new()
        {
            protection = entry.Protection,
            max_protection = entry.MaxProtection,
            inheritance = entry.Inheritance,
            offset = entry.Offset,
            user_tag = entry.Tag,
            pages_resident = resident,
            ref_count = (uint)References(entry, resident),
            share_mode = ShareMode(entry, resident),
            behavior = entry.Behavior,
            object_id = (uint)ObjectId(entry, resident),
            user_wired_count = entry.Wired,
            object_id_full = ObjectId(entry, resident),
        };
    }

    private uint Resident(KMapEntry entry) => (uint)Math.Min(uint.MaxValue, Space.CountResident(entry.Start, entry.Size));

    private static int References(KMapEntry entry) => References(entry, 1);

    private static int References(KMapEntry entry, uint resident) => entry.Object?.References ?? (resident != 0 ? 1 : 0);

    private static ulong ObjectId(KMapEntry entry, uint resident) => entry.Object is null && resident == 0 ? 0 : entry.Id;

    private byte ShareMode(KMapEntry entry, uint resident)
    {
        if (entry.Object is not { } shown)
            return (byte)(resident == 0 ? SM_EMPTY : SM_PRIVATE);
        if (entry.Copied)
            return SM_COW;
        if (shown.References == 1 && !entry.Shared)
            return SM_PRIVATE;
        foreach (var other in _entries)
        {
            if (other != entry && other.Object == shown && !other.Copied && other.Offset == entry.Offset)
                return SM_SHARED_ALIASED;
        }
        return entry.Shared ? (byte)SM_TRUESHARED : (byte)SM_SHARED;
    }
}
