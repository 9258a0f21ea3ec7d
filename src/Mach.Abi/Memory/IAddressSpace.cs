namespace Mach.Abi;

/// <summary>The addresses of a task and what is mapped at them, as a kernel arranges it: the machine's part of a memory map.</summary>
/// <remarks>
/// The kernel's map of the task decides; the space carries out. It is called with whole pages of ranges that the map owns, and by
/// one thread at a time for one map, but copies may run meanwhile. A range has <i>own</i> pages, which came with
/// its address and go with it, or shows the pages of a <see cref="PageStore"/>: as they are, or copy-on-write, when what is
/// written is seen here only. Nothing here may crash, whatever the address.
/// </remarks>
public interface IAddressSpace : IUserMemory
{
    /// <summary>The lowest address that can be mapped.</summary>
    ulong Lowest { get; }

    /// <summary>The first address above all that can be mapped.</summary>
    ulong End { get; }

    /// <summary>From how many bytes on a copy is better arranged with <see cref="Freeze"/> than made; the largest number where it cannot be.</summary>
    ulong LeastFrozen { get; }

    /// <summary>True when the other space has the same addresses: a mapped range then passes to it as it lies.</summary>
    bool SharesAddressesWith(IAddressSpace other);

    /// <summary>Maps fresh pages, readable and writable.</summary>
    /// <param name="placement">Where.</param>
    /// <param name="size">Bytes of whole pages.</param>
    /// <param name="mask">Bits that are zero in the address, unless it is given.</param>
    /// <param name="zeroed">False when the caller overwrites every byte at once.</param>
    /// <param name="address">The address asked for, and the one found; unchanged on failure.</param>
    /// <param name="pages">The pages, where they are not the range's own; the caller holds them.</param>
    /// <returns>False when there is no place or no memory.</returns>
    bool TryAllocate(MapPlacement placement, ulong size, ulong mask, bool zeroed, ref ulong address, out PageStore? pages);

    /// <summary>Maps a part of pages that exist.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="offset">Where in them the part begins.</param>
    /// <param name="copy">Copy-on-write; nobody writes the pages any more then.</param>
    /// <param name="protection">VM_PROT bits.</param>
    /// <param name="placement">Where.</param>
    /// <param name="size">Bytes of whole pages.</param>
    /// <param name="mask">Bits that are zero in the address, unless it is given.</param>
    /// <param name="address">The address asked for, and the one found; unchanged on failure.</param>
    /// <returns>False when there is no place, or the pages are foreign here.</returns>
    bool TryMap(
        PageStore pages, ulong offset, bool copy, int protection, MapPlacement placement, ulong size, ulong mask, ref ulong address);

    /// <summary>True for pages that this kind of space can map.</summary>
    bool Knows(PageStore pages);

    /// <summary>Unmaps a range; its own pages go unless a store has them.</summary>
    void Release(ulong address, ulong size);

    /// <summary>Sets what may be done to a range; false when the system refuses.</summary>
    bool TryProtect(ulong address, ulong size, int protection);

    /// <summary>Makes pages that are mapped nowhere, zeroed; null when there is no memory or the system cannot.</summary>
    PageStore? CreatePages(ulong size);

    /// <summary>Gives a range's own pages to a store, so that they can be mapped elsewhere too; null when the system cannot.</summary>
    PageStore? Share(ulong address, ulong size);

    /// <summary>Turns a range into a copy-on-write view of its pages, which nobody writes from then on.</summary>
    /// <param name="address">Start of the range.</param>
    /// <param name="size">Bytes of it.</param>
    /// <param name="protection">What may be done to it.</param>
    /// <param name="pages">The store whose pages it shows, mapped nowhere else; null for own pages.</param>
    /// <param name="offset">Where in the store.</param>
    /// <returns>The store that has the pages; null when the system cannot, and then nothing has changed.</returns>
    PageStore? Freeze(ulong address, ulong size, int protection, PageStore? pages, ulong offset);

    /// <summary>Gives a copy-on-write range pages of its own again, with the same contents, in a store; null when that fails.</summary>
    PageStore? Settle(ulong address, ulong size, int protection);

    /// <summary>How many bytes of a copy-on-write range were changed since; all of them where the system does not tell.</summary>
    ulong CountChanged(ulong address, ulong size);

    /// <summary>Copies what was changed in one copy-on-write view of pages to another, fresh one; false when a byte cannot be copied.</summary>
    bool TryCopyChanges(ulong from, ulong to, ulong size);

    /// <summary>Copies within the space, from anything readable to a mapped range; false when a byte cannot be copied.</summary>
    bool TryCopy(ulong from, ulong to, ulong size);

    /// <summary>Zeroes the bytes of a mapped range that is readable and writable.</summary>
    void Clear(ulong address, ulong size);

    /// <summary>How many pages of a mapped range have been touched.</summary>
    ulong CountResident(ulong address, ulong size);

    /// <summary>True for an address that belongs to the task without being mapped by its kernel: memory of the process that it lives in.</summary>
    bool IsForeign(ulong address);
}
