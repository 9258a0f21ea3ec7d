namespace Mach.Kernel;

/// <summary>Subsystem mach_voucher: what a voucher says.</summary>
internal sealed class VoucherServer : MachVoucherServer<KThread, KPort?, KernelObject>
{
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KernelObject subject)
    {
        subject = port?.KernelObject!;
        return subject is KVoucher || (kind != MigSubject.Voucher && subject is TaskView { Flavour: >= Flavour.Read }) ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
    }

    protected override kern_return_t mach_voucher_extract_attr_content(
        KThread caller, KernelObject voucher, uint key, Span<byte> content, out uint contentCnt)
    {
        var code = VoucherTelling.Content(caller.Task, (KVoucher)voucher, key, content, out var size);
        contentCnt = (uint)size;
        return code;
    }

    protected override kern_return_t mach_voucher_extract_attr_recipe(
        KThread caller, KernelObject voucher, uint key, Span<byte> recipe, out uint recipeCnt)
    {
        var code = VoucherTelling.Recipe(caller.Task, (KVoucher)voucher, key, recipe, out var size);
        recipeCnt = (uint)size;
        return code;
    }

    protected override kern_return_t mach_voucher_extract_all_attr_recipes(
        KThread caller, KernelObject voucher, Span<byte> recipes, out uint recipesCnt)
    {
        var code = VoucherTelling.AllRecipes(caller.Task, (KVoucher)voucher, recipes, out var size);
        recipesCnt = (uint)size;
        return code;
    }

    protected override kern_return_t mach_voucher_attr_command(
        KThread caller, KernelObject voucher, uint key, uint command, ReadOnlySpan<byte> in_content, Span<byte> out_content,
        out uint out_contentCnt)
    {
        out_contentCnt = 0;
        if (VoucherKey.Of(key) is not { } own)
            return KERN_INVALID_ARGUMENT;
        var code = own.Command(caller.Task, command, ((KVoucher)voucher).Values[key], in_content, out_content, out var size);
        out_contentCnt = (uint)size;
        return code;
    }

    [Refuses("only development kernels of XNU answer it: ask the voucher itself for its recipes")]
    protected override kern_return_t mach_voucher_debug_info(
        KThread caller, KernelObject task, uint voucher_name, Span<byte> recipes, out uint recipesCnt)
    {
        recipesCnt = 0;
        return KERN_NOT_SUPPORTED;
    }
}
