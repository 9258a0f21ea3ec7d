namespace Mach.Raw;

public static unsafe partial class LibSystem
{
    /// <summary>Makes a voucher by recipes, or finds the one that has the same content.</summary>
    /// <param name="host">The host.</param>
    /// <param name="recipes">The recipes, one after another.</param>
    /// <param name="recipesCnt">Their bytes.</param>
    /// <param name="voucher">Receives the voucher.</param>
    public static kern_return_t host_create_mach_voucher(
        [Borrows] host_t host,
        byte* recipes,
        mach_msg_type_number_t recipesCnt,
        [ReturnsOwned(Right = RawMachRight.Send)] ipc_voucher_t* voucher)
    {
        kern_return_t code = host_create_mach_voucher_trap(host, recipes, (int)recipesCnt, voucher);
        if (code != MACH_SEND_INVALID_DEST)
            return code;
        if (recipesCnt > int.MaxValue)
            return MIG_ARRAY_TOO_LARGE;
        code = new MachHostClient(Current).host_create_mach_voucher(host, new ReadOnlySpan<byte>(recipes, (int)recipesCnt), out ipc_voucher_t made);
        if (code == KERN_SUCCESS)
            *voucher = made;
        return code;
    }

    /// <summary>Not 0 when a task port stands for the running task.</summary>
    public static boolean_t mach_task_is_self([Borrows] task_name_t task)
    {
        if (!MACH_PORT_VALID(task))
            return 0;
        if (task == mach_task_self())
            return 1;
        boolean_t isSelf;
        return _kernelrpc_mach_task_is_self(task, &isSelf) == KERN_SUCCESS ? isSelf : 0;
    }
}
