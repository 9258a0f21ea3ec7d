using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>Reads recipes, by which vouchers are made. The first that fails fails them all.</summary>
/// <remarks>
/// Kept are bytes of the user's own and of tests, which need no one to understand them. Importance, accounting and
/// thread priority have no manager here: their commands are KERN_NOT_SUPPORTED.
/// </remarks>
internal static class VoucherRecipes
{
    /// <summary>Bytes of a record before its content.</summary>
    internal const int RecordSize = 16;

    /// <summary>Runs the records in order on a table that begins empty.</summary>
    /// <param name="space">Where the names of previous vouchers are looked up.</param>
    /// <param name="recipes">Records of key, command, previous voucher, size and content, without padding between them.</param>
    /// <param name="values">The table they make.</param>
    internal static kern_return_t Run(KSpace space, ReadOnlySpan<byte> recipes, out VoucherValues values)
    {
        values = new VoucherValues();
        while (recipes.Length > 0)
        {
            if (recipes.Length < RecordSize)
                return KERN_INVALID_ARGUMENT;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(recipes[12..]);
            if (size > recipes.Length - RecordSize)
                return KERN_INVALID_ARGUMENT;
            VoucherValues? previous = null;
            if (BinaryPrimitives.ReadUInt32LittleEndian(recipes[8..]) is var name and not MACH_PORT_NULL)
            {
                previous = Find(space, name)?.Values;
                if (previous is null)
                    return KERN_INVALID_CAPABILITY;
            }
            var code = Run(
                BinaryPrimitives.ReadUInt32LittleEndian(recipes),
                BinaryPrimitives.ReadUInt32LittleEndian(recipes[4..]),
                previous,
                recipes.Slice(RecordSize, (int)size),
                values);
            if (code != KERN_SUCCESS)
                return code;
            recipes = recipes[(RecordSize + (int)size)..];
        }
        return KERN_SUCCESS;
    }

    /// <summary>The voucher that a name's send right reaches; null when there is none.</summary>
    internal static KVoucher? Find(KSpace space, uint name) => space.SendTarget(name)?.KernelObject as KVoucher;

    private static kern_return_t Run(uint key, uint command, VoucherValues? previous, ReadOnlySpan<byte> content, VoucherValues values)
    {
        switch (command)
        {
            case MACH_VOUCHER_ATTR_COPY or MACH_VOUCHER_ATTR_REMOVE when content.Length > 0:
                return KERN_INVALID_ARGUMENT;
            case MACH_VOUCHER_ATTR_COPY:
                return previous is null ? KERN_SUCCESS : ForEach(key, each => values[each] = previous[each]);
            case MACH_VOUCHER_ATTR_REMOVE:
                return ForEach(key, each =>
                {
                    if (previous is null || VoucherValues.Same(previous[each], values[each]))
                        values[each] = null;
                });
            case MACH_VOUCHER_ATTR_SET_VALUE_HANDLE:
                return KERN_INVALID_CAPABILITY;
            case MACH_VOUCHER_ATTR_REDEEM when key == MACH_VOUCHER_ATTR_KEY_ALL:
                return RedeemAll(previous, values);
            default:
                return Manage(key, command, previous, content, values);
        }
    }

    private static kern_return_t ForEach(uint key, Action<uint> change)
    {
        if (VoucherValues.IsKey(key))
        {
            change(key);
            return KERN_SUCCESS;
        }
        if (key != MACH_VOUCHER_ATTR_KEY_ALL)
            return KERN_INVALID_ARGUMENT;
        for (uint each = 1; VoucherValues.IsKey(each); each++)
            change(each);
        return KERN_SUCCESS;
    }

    private static kern_return_t RedeemAll(VoucherValues? previous, VoucherValues values)
    {
        for (uint key = 1; VoucherValues.IsKey(key); key++)
        {
            var code = Manage(key, MACH_VOUCHER_ATTR_REDEEM, previous, [], values);
            if (code != KERN_SUCCESS)
                return code;
        }
        return KERN_SUCCESS;
    }

    /// <summary>A command of the key's own: its manager sees the previous voucher's value, or else the one built so far.</summary>
    private static kern_return_t Manage(
        uint key, uint command, VoucherValues? previous, ReadOnlySpan<byte> content, VoucherValues values)
    {
        switch (key)
        {
            case MACH_VOUCHER_ATTR_KEY_IMPORTANCE or MACH_VOUCHER_ATTR_KEY_BANK or MACH_VOUCHER_ATTR_KEY_PTHPRIORITY:
                return KERN_NOT_SUPPORTED;
            case MACH_VOUCHER_ATTR_KEY_USER_DATA or MACH_VOUCHER_ATTR_KEY_TEST when command == MACH_VOUCHER_ATTR_USER_DATA_STORE:
                values[key] = content.ToArray();
                return KERN_SUCCESS;
            case MACH_VOUCHER_ATTR_KEY_USER_DATA or MACH_VOUCHER_ATTR_KEY_TEST when command == MACH_VOUCHER_ATTR_REDEEM:
                if (previous is not null)
                    values[key] = previous[key];
                return KERN_SUCCESS;
            default:
                return KERN_INVALID_ARGUMENT;
        }
    }
}
