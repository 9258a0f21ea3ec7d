using System.Runtime.CompilerServices;

namespace Mach.Kernel;

/// <summary>A task's port names: a table of entries with the free list inside it.</summary>
/// <remarks>
/// S1 Slot 0 is never used.
/// S2 name = slot &lt;&lt; 8 | generation; a kernel-chosen generation has its two low bits set; a stale name never resolves.
/// S3 All rights to one port share one name, except that each send-once right has its own.
/// S4 <see cref="_sends"/> holds just the pure SEND entries; a received port knows its own name.
/// S5 An inactive space is touched by its destroyer only.
/// S6 An entry stops denoting a live port only while that port's gate is held, so whoever holds it may believe the entry.
/// </remarks>
internal sealed partial class KSpace
{
    internal RankedLock Gate = new(LockRank.Space);

    private const int PageShift = 8;
    private const int PageSize = 1 << PageShift;
    private const byte FirstGeneration = 3;
    private const byte LastGeneration = 0xfb;
    private const int FirstCapacity = 32;

    private readonly int _limit;                                // slots, slot 0 included
    private Entry[]?[] _pages = new Entry[]?[1];                // Gate; pages come into being when touched
    private readonly Dictionary<KPort, uint> _sends = [];       // Gate; S4
    private int _free;                                          // Gate; head of the free list, 0 when empty
    private int _virgin = 1;                                    // Gate; no slot from here on was chosen by the kernel
    private int _capacity = FirstCapacity;                      // Gate; slots as space_info reports them
    private int _inUse;                                         // Gate

    internal bool Active = true;                                // Gate

    internal KTask Task { get; }

    internal KSpace(KTask task, int namesPerSpace)
    {
        Task = task;
        _limit = Math.Min(namesPerSpace, 0xfffffe) + 1;
    }

    internal int Capacity => _capacity;

    internal int InUse => _inUse;

    /// <summary>The entry of a live name, or a null reference. Gate held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Entry Find(uint name)
    {
        var slot = (int)(name >> 8);
        var pages = _pages;
        var page = slot >> PageShift;
        if ((uint)page < (uint)pages.Length && pages[page] is { } entries)
        {
            ref var entry = ref entries[slot & (PageSize - 1)];
            if (entry.Type != 0 && entry.Generation == (byte)name)
                return ref entry;
        }
        return ref Unsafe.NullRef<Entry>();
    }

    /// <summary>The port that a name denotes or denoted a moment ago, without the gate: the port's own gate must prove it (S6).</summary>
    internal KPort? FindPort(uint name)
    {
        ref var entry = ref Find(name);
        return Missing(ref entry) ? null : entry.Object as KPort;
    }

    /// <summary>True while the name holds a send right to the port. The port's gate held, this space's need not be (S6).</summary>
    internal bool HoldsSend(uint name, KPort port)
    {
        ref var entry = ref Find(name);
        return !Missing(ref entry) && ReferenceEquals(entry.Object, port) && entry.Has(MACH_PORT_TYPE_SEND);
    }

    internal static bool Missing(ref Entry entry) => Unsafe.IsNullRef(ref entry);

    internal static bool IsValidName(uint name) => name is not MACH_PORT_NULL and not MACH_PORT_DEAD;

    /// <summary>Takes a free slot. The caller fills in the entry before the gate is left.</summary>
    internal kern_return_t Allocate(out uint name)
    {
        while (_free != 0)
        {
            var slot = _free;
            ref var entry = ref At(slot);
            _free = entry.NextFree;
            entry.Listed = false;
            if (entry.Type != 0)
                continue;   // taken by name while it was on the list
            entry.Generation = Next(entry.Generation);
            return Took(ref entry, slot, out name);
        }
        while (_virgin < _limit)
        {
            var slot = _virgin++;
            ref var entry = ref At(slot);
            if (entry.Touched)
                continue;
            entry.Generation = FirstGeneration;
            return Took(ref entry, slot, out name);
        }
        name = MACH_PORT_NULL;
        return KERN_NO_SPACE;
    }

    /// <summary>True when another name can be allocated: what copy-out reserves with.</summary>
    internal bool HasRoom => _inUse < _limit - 1;

    /// <summary>Takes the slot that the caller chose, or says why not (R-NAME-8, R-NAME-9).</summary>
    /// <param name="name">The wanted name.</param>
    /// <param name="exists">True when the very name is in use: what that means is the call's affair.</param>
    internal kern_return_t AllocateNamed(uint name, out bool exists)
    {
        exists = false;
        if (!IsValidName(name))
            return KERN_INVALID_VALUE;
        var slot = (int)(name >> 8);
        if (slot >= _limit)
            return KERN_NO_SPACE;
        if ((name & 3) != 3)
            return KERN_INVALID_VALUE;
        if (slot == 0)
            return KERN_FAILURE;
        ref var entry = ref At(slot);
        if (entry.Type != 0)
        {
            exists = entry.Generation == (byte)name;
            return exists ? KERN_SUCCESS : KERN_FAILURE;
        }
        entry.Generation = (byte)name;
        return Took(ref entry, slot, out _);
    }

    /// <summary>Gives a slot back; it is the next to be reused.</summary>
    internal void Free(ref Entry entry, uint name)
    {
        var slot = (int)(name >> 8);
        entry.Type = 0;
        entry.Urefs = 0;
        entry.Object = null;
        entry.Request = null;
        _inUse--;
        if (!entry.Listed)
        {
            entry.Listed = true;
            entry.NextFree = _free;
            _free = slot;
        }
    }

    /// <summary>The name under which send or receive rights to the port are held here; 0 when none. Gate held.</summary>
    internal uint NameOf(KPort port) =>
        ReferenceEquals(port.Receiver, this) ? port.ReceiverName : _sends.GetValueOrDefault(port);

    internal void NoteSend(KPort port, uint name) => _sends.Add(port, name);

    internal void ForgetSend(KPort port) => _sends.Remove(port);

    internal ref Entry At(int slot)
    {
        var page = slot >> PageShift;
        if (page >= _pages.Length)
            Array.Resize(ref _pages, Math.Max(page + 1, Math.Min(_pages.Length * 2, (_limit >> PageShift) + 1)));
        return ref (_pages[page] ??= new Entry[PageSize])[slot & (PageSize - 1)];
    }

    /// <summary>The entry of a slot without bringing its page into being; free slots of absent pages read as empty.</summary>
    internal Entry Peek(int slot)
    {
        var page = slot >> PageShift;
        return page < _pages.Length && _pages[page] is { } entries ? entries[slot & (PageSize - 1)] : default;
    }

    private kern_return_t Took(ref Entry entry, int slot, out uint name)
    {
        entry.Touched = true;
        _inUse++;
        while (slot >= _capacity)
            _capacity = Math.Min(_capacity * 2, _limit);
        name = (uint)slot << 8 | entry.Generation;
        return KERN_SUCCESS;
    }

    private static byte Next(byte generation) =>
        generation >= LastGeneration ? FirstGeneration : (byte)(generation + 4);
}
