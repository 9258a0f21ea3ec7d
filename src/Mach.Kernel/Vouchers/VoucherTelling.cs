using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>What a voucher tells of itself: contents, and recipes by which values could be made again (R-VOU-15 to R-VOU-18).</summary>
internal static class VoucherTelling
{
    /// <summary>The content of a key's value; nothing where it has none.</summary>
    internal static kern_return_t Content(KTask caller, KVoucher voucher, uint key, Span<byte> room, out int size)
    {
        size = 0;
        return Find(voucher, key, out var own) is { } value ? own.Tell(caller, value, room, out size) : KERN_SUCCESS;
    }

    /// <summary>The recipe of a key's value; nothing where it has none.</summary>
    internal static kern_return_t Recipe(KTask caller, KVoucher voucher, uint key, Span<byte> room, out int size)
    {
        size = 0;
        if (Find(voucher, key, out var own) is not { } value)
            return KERN_SUCCESS;
        if (room.Length < VoucherRecipes.RecordSize)
            return KERN_NO_SPACE;
        var code = own.Tell(caller, value, room[VoucherRecipes.RecordSize..], out var length);
        if (code != KERN_SUCCESS)
            return code;
        BinaryPrimitives.WriteUInt32LittleEndian(room, key);
        BinaryPrimitives.WriteUInt32LittleEndian(room[4..], own.ToldCommand);
        BinaryPrimitives.WriteUInt32LittleEndian(room[8..], MACH_VOUCHER_NULL);
        BinaryPrimitives.WriteInt32LittleEndian(room[12..], length);
        size = VoucherRecipes.RecordSize + length;
        return KERN_SUCCESS;
    }

    /// <summary>The recipes of all values, in the order of their keys.</summary>
    internal static kern_return_t AllRecipes(KTask caller, KVoucher voucher, Span<byte> room, out int size)
    {
        size = 0;
        for (uint key = 1; VoucherValues.IsKey(key); key++)
        {
            var code = Recipe(caller, voucher, key, room[size..], out var length);
            if (code != KERN_SUCCESS)
            {
                size = 0;
                return code;
            }
            size += length;
        }
        return KERN_SUCCESS;
    }

    private static VoucherValue? Find(KVoucher voucher, uint key, out VoucherKey own)
    {
        own = VoucherKey.Of(key)!;
        return own is null ? null : voucher.Values[key];
    }
}
