using System.Runtime.CompilerServices;

namespace Mach.Kernel;

/// <summary>Looking at a space without changing it (spec sections 6, 33 and 34).</summary>
internal sealed partial class KSpace
{
    /// <summary>mach_port_names: a snapshot; ports that have died show as dead names but are not turned (R-NAMES-1).</summary>
    internal kern_return_t Names(out uint[] names, out uint[] types)
    {
        var foundNames = new List<uint>();
        var foundTypes = new List<uint>();
        Gate.Enter();
        var active = Active;
        for (var slot = 1; active && slot < _capacity; slot++)
        {
            var entry = Peek(slot);
            if (entry.Type == 0)
                continue;
            foundNames.Add((uint)slot << 8 | entry.Generation);
            foundTypes.Add(IsDead(ref entry) ? MACH_PORT_TYPE_DEAD_NAME : entry.Type | (entry.Request?.TypeBits ?? 0));
        }
        Gate.Exit();
        names = [.. foundNames];
        types = [.. foundTypes];
        return active ? KERN_SUCCESS : KERN_INVALID_TASK;
    }

    /// <summary>mach_port_space_info: a record a slot, free ones too (R-INFO-1).</summary>
    internal kern_return_t SpaceInfo(out ipc_info_space_t info, out ipc_info_name_t[] table)
    {
        info = default;
        table = [];
        Gate.Enter();
        var active = Active;
        if (active)
        {
            info.iis_genno_mask = 0xff;
            info.iis_table_size = (uint)_capacity;
            table = new ipc_info_name_t[_capacity];
            for (var slot = 0; slot < table.Length; slot++)
                table[slot] = Describe(slot, Peek(slot));
        }
        Gate.Exit();
        return active ? KERN_SUCCESS : KERN_INVALID_TASK;
    }

    private static ipc_info_name_t Describe(int slot, in Entry entry)
    {
        var record = default(ipc_info_name_t);
        record.iin_name = slot == 0 ? 0xff : (uint)slot << 8 | entry.Generation;
        if (entry.Type == 0)
        {
            record.iin_next = (uint)entry.NextFree;
            return record;
        }
        record.iin_type = entry.Type | (entry.Request?.TypeBits ?? 0);
        record.iin_urefs = entry.Urefs;     // as stored: 0 for a pure receive right and a set (R-DBG-3)
        record.iin_object = IdentityOf(entry.Object);
        return record;
    }

    /// <summary>An opaque number that is equal for equal objects and not 0 (R-INFO-3).</summary>
    internal static uint IdentityOf(object? target) => target is null ? 0 : (uint)RuntimeHelpers.GetHashCode(target) | 1;

    /// <summary>mach_port_space_basic_info (R-INFO-2).</summary>
    internal kern_return_t SpaceBasicInfo(out ipc_info_space_basic_t info)
    {
        info = default;
        Gate.Enter();
        var active = Active;
        if (active)
        {
            info.iisb_genno_mask = 0xff;
            info.iisb_table_size = (uint)_capacity;
            info.iisb_table_inuse = (uint)_inUse;
        }
        Gate.Exit();
        return active ? KERN_SUCCESS : KERN_INVALID_TASK;
    }

    /// <summary>mach_port_kobject: what the kernel keeps behind a name (R-KOBJ-9).</summary>
    internal kern_return_t KernelObjectOf(uint name, out uint type)
    {
        type = 0;
        if (!IsValidName(name))
            return KERN_INVALID_NAME;
        Gate.Enter();
        var code = KERN_SUCCESS;
        ref var entry = ref Find(name);
        if (!Active)
            code = KERN_INVALID_TASK;
        else if (Missing(ref entry) || IsDead(ref entry))
            code = KERN_INVALID_NAME;
        else if (!entry.Has(MACH_PORT_TYPE_SEND | MACH_PORT_TYPE_RECEIVE))
            code = KERN_INVALID_RIGHT;
        else
            type = entry.Port.KernelObject?.ObjectType ?? 0;
        Gate.Exit();
        return code;
    }

    /// <summary>mach_port_get_service_port_info: what a service port was made with (R-ATTR-11).</summary>
    internal kern_return_t ServiceInfo(uint name, out mach_service_port_info_data_t info)
    {
        info = default;
        var code = IsValidName(name) ? LockReceive(name, out var port) : Refuse(out port);
        if (code != KERN_SUCCESS)
            return code;
        if (port!.Service is { } service)
            info = service.Info;
        else
            code = KERN_INVALID_CAPABILITY;
        port.Gate.Exit();
        return code;
    }

    /// <summary>task_set_port_space: the table has at least so many slots from now on.</summary>
    internal kern_return_t GrowTo(int slots)
    {
        Gate.Enter();
        var code = !Active ? KERN_INVALID_TASK : slots > _limit ? KERN_NO_SPACE : KERN_SUCCESS;
        while (code == KERN_SUCCESS && _capacity < slots)
            _capacity = Math.Min(_capacity * 2, _limit);
        Gate.Exit();
        return code;
    }

    /// <summary>The live port that a name's send right reaches, or null: how calls find the object they are about.</summary>
    internal KPort? SendTarget(uint name)
    {
        Gate.Enter();
        ref var entry = ref Find(name);
        var port = Active && !Missing(ref entry) && entry.Has(MACH_PORT_TYPE_SEND) ? entry.Port : null;
        Gate.Exit();
        return port;
    }

    /// <summary>mach_port_peek (spec section 33).</summary>
    /// <param name="name">The receive right.</param>
    /// <param name="trailerType">Elements as in a receive option, and the format.</param>
    /// <param name="sequence">0 for the first message, else the number of the wanted one; the real number on return.</param>
    /// <param name="trailer">Where the trailer goes; its length is what the caller has room for.</param>
    /// <param name="peeked">Size, id and trailer bytes.</param>
    internal kern_return_t PeekMessage(
        uint name, uint trailerType, ref uint sequence, Span<byte> trailer, out (uint Size, int Id, int TrailerSize) peeked)
    {
        peeked = default;
        if (!IsValidName(name))
            return KERN_INVALID_RIGHT;
        var size = (int)KTrailer.SizeFor(trailerType);
        if (((trailerType >> 24) & 0xf) > MACH_RCV_TRAILER_AUDIT || trailer.Length < size)
            return KERN_INVALID_VALUE;
        var code = LockReceive(name, out var port);
        if (code != KERN_SUCCESS)
            return code;
        var message = port!.First;
        var skip = sequence == 0 ? 0 : sequence - port.Sequence;
        if (skip >= port.MessageCount)
            message = null;
        for (; skip > 0 && message is not null; skip--)
            message = message.Next;
        if (message is null)
        {
            port.Gate.Exit();
            return KERN_FAILURE;
        }
        if (sequence == 0)
            sequence = port.Sequence;
        KTrailer.Write(trailer[..size], MACH_MSG_TRAILER_MINIMUM_SIZE, sequence, message.Sender, port.Context);
        peeked = (KernelSize(message), message.Id, size);
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    /// <summary>A message's size as XNU keeps it: a longer header, every descriptor 16 bytes (R-PEEK-3).</summary>
    private static uint KernelSize(KMessage message)
    {
        var size = (uint)message.Size + 8;
        for (var index = 0; index < message.DescriptorCount; index++)
            size += 16 - (uint)message.Descriptors[index].WireSize;
        return size;
    }
}
