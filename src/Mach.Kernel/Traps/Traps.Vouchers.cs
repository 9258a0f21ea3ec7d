using System.Buffers.Binary;

namespace Mach.Kernel;

internal sealed partial class Traps
{
    private const int MostRecipeBytes = MACH_VOUCHER_ATTR_MAX_RAW_RECIPE_ARRAY_SIZE;

    public override kern_return_t host_create_mach_voucher_trap(
        KThread thread, uint host, UserPtr<byte> recipes, int recipes_size, UserPtr<uint> voucher)
    {
        if (thread.Space.SendTarget(host)?.KernelObject is not KHost)
            return MACH_SEND_INVALID_DEST;
        if (recipes_size < 0)
            return KERN_INVALID_ARGUMENT;
        if (recipes_size > MostRecipeBytes)
            return MIG_ARRAY_TOO_LARGE;
        if (recipes_size == 0)
            return voucher.TryWrite(thread.Memory, MACH_VOUCHER_NULL) ? KERN_SUCCESS : KERN_MEMORY_ERROR;
        Span<byte> bytes = stackalloc byte[MostRecipeBytes];
        bytes = bytes[..recipes_size];
        if (!thread.Memory.TryRead(recipes.Address, bytes))
            return KERN_MEMORY_ERROR;
        var code = VoucherRecipes.Run(thread.Space, bytes, out var values);
        if (code != KERN_SUCCESS)
            return code;
        var after = new Aftermath(kernel);
        var name = thread.Space.Accept(kernel.Vouchers.MakeSend(values), ref after);
        if (voucher.TryWrite(thread.Memory, name))
            code = name == MACH_PORT_NULL ? KERN_NO_SPACE : KERN_SUCCESS;
        else
            code = TakeBack(thread, name, ref after);
        after.Run();
        return code;
    }

    /// <summary>A name that could not be told.</summary>
    private static kern_return_t TakeBack(KThread thread, uint name, ref Aftermath after)
    {
        thread.Space.Deallocate(name, ref after);
        return KERN_MEMORY_ERROR;
    }

    public override kern_return_t mach_voucher_extract_attr_recipe_trap(
        KThread thread, uint voucher_name, uint key, UserPtr<byte> recipe, UserPtr<uint> recipe_size)
    {
        if (!recipe_size.TryRead(thread.Memory, out var room))
            return KERN_MEMORY_ERROR;
        if (room > MostRecipeBytes)
            return MIG_ARRAY_TOO_LARGE;
        if (VoucherRecipes.Find(thread.Space, voucher_name) is not { } voucher)
            return MACH_SEND_INVALID_DEST;
        Span<byte> bytes = stackalloc byte[MostRecipeBytes];
        bytes = bytes[..(int)room];
        if (!thread.Memory.TryRead(recipe.Address, bytes))
            return KERN_MEMORY_ERROR;
        var value = VoucherValues.IsKey(key) ? voucher.Values[key] : null;
        if (value is null)
            return recipe_size.TryWrite(thread.Memory, 0) ? KERN_SUCCESS : KERN_MEMORY_ERROR;
        var size = VoucherRecipes.RecordSize + value.Length;
        if (bytes.Length < size)
            return KERN_NO_SPACE;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, key);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], MACH_VOUCHER_ATTR_USER_DATA_STORE);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], MACH_VOUCHER_NULL);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], value.Length);
        value.CopyTo(bytes[VoucherRecipes.RecordSize..]);
        var written = thread.Memory.TryWrite(recipe.Address, bytes[..size]) && recipe_size.TryWrite(thread.Memory, (uint)size);
        return written ? KERN_SUCCESS : KERN_MEMORY_ERROR;
    }
}
