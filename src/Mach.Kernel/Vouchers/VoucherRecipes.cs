using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>Reads recipes, by which vouchers are made. The first that fails fails them all.</summary>
internal static class VoucherRecipes
{
    /// <summary>Most bytes of the recipes of one voucher.</summary>
    internal const int MostBytes = MACH_VOUCHER_ATTR_MAX_RAW_RECIPE_ARRAY_SIZE;

    /// <summary>Bytes of a record before its content.</summary>
    internal const int RecordSize = 16;

    /// <summary>Makes a voucher, or finds the one with the same values. No lock held.</summary>
    /// <param name="caller">In whose space the names of previous vouchers are looked up.</param>
    /// <param name="recipes">Records of key, command, previous voucher, size and content, without padding between them.</param>
    /// <param name="voucher">A send right to it; null when there are no records at all.</param>
    internal static kern_return_t Make(KTask caller, ReadOnlySpan<byte> recipes, out KPort? voucher)
    {
        voucher = null;
        if (recipes.IsEmpty)
            return KERN_SUCCESS;
        var code = Run(caller, recipes, out var values);
        if (code == KERN_SUCCESS)
            voucher = caller.Kernel.Vouchers.MakeSend(values);
        return code;
    }

    /// <summary>The voucher that a name's send right reaches; null when there is none.</summary>
    internal static KVoucher? Find(KSpace space, uint name) => space.SendTarget(name)?.KernelObject as KVoucher;

    private static kern_return_t Run(KTask caller, ReadOnlySpan<byte> recipes, out VoucherValues values)
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
                previous = Find(caller.Space, name)?.Values;
                if (previous is null)
                    return KERN_INVALID_CAPABILITY;
            }
            var code = Run(
                caller,
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

    private static kern_return_t Run(
        KTask caller, uint key, uint command, VoucherValues? previous, ReadOnlySpan<byte> content, VoucherValues values)
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
                    if (previous is null || Equals(previous[each], values[each]))
                        values[each] = null;
                });
            case MACH_VOUCHER_ATTR_SET_VALUE_HANDLE:
                return KERN_INVALID_CAPABILITY;
            case MACH_VOUCHER_ATTR_REDEEM when key == MACH_VOUCHER_ATTR_KEY_ALL:
                return RedeemAll(caller, previous, values);
            default:
                return RunOwn(caller, key, command, previous, content, values);
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

    private static kern_return_t RedeemAll(KTask caller, VoucherValues? previous, VoucherValues values)
    {
        for (uint key = 1; VoucherValues.IsKey(key); key++)
        {
            var code = RunOwn(caller, key, MACH_VOUCHER_ATTR_REDEEM, previous, [], values);
            if (code != KERN_SUCCESS)
                return code;
        }
        return KERN_SUCCESS;
    }

    /// <summary>A command of the key's own: it sees the previous voucher's value, or else the one built so far (R-VOU-8).</summary>
    private static kern_return_t RunOwn(
        KTask caller, uint key, uint command, VoucherValues? previous, ReadOnlySpan<byte> content, VoucherValues values)
    {
        if (VoucherKey.Of(key) is not { } own)
            return KERN_INVALID_ARGUMENT;
        var code = own.Run(caller, command, (previous ?? values)[key], content, out var value);
        if (code == KERN_SUCCESS)
            values[key] = value;
        return code;
    }
}
