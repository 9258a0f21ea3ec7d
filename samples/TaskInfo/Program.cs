using Mach.Abi;
using static Mach.Abi.MachConstants;
using static Mach.Raw.LibSystem;

// task_info of oneself, as a C program writes it.
unsafe
{
    mach_task_basic_info_data_t before = Basic();
    Console.WriteLine($"suspended {before.suspend_count} times, policy {before.policy}");

    // A region more, and the kernel counts it.
    ulong region = 0;
    const ulong size = 3 << 20;
    Check(mach_vm_allocate(mach_task_self(), &region, size, VM_FLAGS_ANYWHERE), "mach_vm_allocate");
    Console.WriteLine($"{size} bytes allocated: virtual size grew by {Basic().virtual_size - before.virtual_size}");
    Check(mach_vm_deallocate(mach_task_self(), region, size), "mach_vm_deallocate");
    Console.WriteLine($"given back: it grew by {Basic().virtual_size - before.virtual_size}");

    // Who the task is for those that receive its messages.
    audit_token_t token;
    uint words = TASK_AUDIT_TOKEN_COUNT;
    Check(task_info(mach_task_self(), TASK_AUDIT_TOKEN, (int*)&token, &words), "task_info");
    Console.WriteLine($"process {token.ProcessId}, {words} words of audit token");

    // A flavor that there is not, and room that is too small.
    words = 1;
    Console.WriteLine($"too little room: {task_info(mach_task_self(), MACH_TASK_BASIC_INFO, (int*)&token, &words)}");
    Console.WriteLine($"flavor 4000: {task_info(mach_task_self(), 4000, (int*)&token, &words)}");

    static mach_task_basic_info_data_t Basic()
    {
        mach_task_basic_info_data_t info;
        uint count = MACH_TASK_BASIC_INFO_COUNT;
        Check(task_info(mach_task_self(), MACH_TASK_BASIC_INFO, (int*)&info, &count), "task_info");
        return info;
    }

    static void Check(kern_return_t code, string what)
    {
        if (code != kern_return_t.KERN_SUCCESS)
            throw new InvalidOperationException($"{what}: {mach_error_string(code)}");
    }
}
