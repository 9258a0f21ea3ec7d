namespace Mach.Kernel;

internal sealed partial class Traps
{
    public override kern_return_t host_create_mach_voucher_trap(
        KThread thread, uint host, UserPtr<byte> recipes, int recipes_size, UserPtr<uint> voucher)
    {
        if (thread.Space.SendTarget(host)?.KernelObject is not KHost)
            return MACH_SEND_INVALID_DEST;
        if (recipes_size < 0)
            return KERN_INVALID_ARGUMENT;
        if (recipes_size > VoucherRecipes.MostBytes)
            return MIG_ARRAY_TOO_LARGE;
        Span<byte> bytes = stackalloc byte[VoucherRecipes.MostBytes];
        bytes = bytes[..recipes_size];
        if (!bytes.IsEmpty && !thread.Memory.TryRead(recipes.Address, bytes))
            return KERN_MEMORY_ERROR;
        var code = VoucherRecipes.Make(thread.Task, bytes, out var made);
        if (code != KERN_SUCCESS)
            return code;
        if (made is null)
            return voucher.TryWrite(thread.Memory, MACH_VOUCHER_NULL) ? KERN_SUCCESS : KERN_MEMORY_ERROR;
        var after = new Aftermath(kernel);
        var name = thread.Space.Accept(made, ref after);
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
        if (room > VoucherRecipes.MostBytes)
            return MIG_ARRAY_TOO_LARGE;
        if (VoucherRecipes.Find(thread.Space, voucher_name) is not { } voucher)
            return MACH_SEND_INVALID_DEST;
        Span<byte> bytes = stackalloc byte[VoucherRecipes.MostBytes];
        bytes = bytes[..(int)room];
        if (!thread.Memory.TryRead(recipe.Address, bytes))
            return KERN_MEMORY_ERROR;
        var code = VoucherTelling.Recipe(thread.Task, voucher, key, bytes, out var size);
        if (code != KERN_SUCCESS)
            return code;
        var written = (size == 0 || thread.Memory.TryWrite(recipe.Address, bytes[..size])) && recipe_size.TryWrite(thread.Memory, (uint)size);
        return written ? KERN_SUCCESS : KERN_MEMORY_ERROR;
    }

    public override kern_return_t mach_generate_activity_id(KThread thread, uint target, int count, UserPtr<ulong> activity_id)
    {
        var first = kernel.Activities.Take(count);
        if (first == 0)
            return KERN_INVALID_ARGUMENT;
        return activity_id.TryWrite(thread.Memory, first) ? KERN_SUCCESS : KERN_MEMORY_ERROR;
    }
}
