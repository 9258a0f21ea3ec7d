namespace Mach.Raw;

/// <summary>The Mach functions of Darwin's system library, under their C names: <c>using static Mach.Raw.LibSystem;</c></summary>
/// <remarks>
/// They act for the task whose scope the code is in (<see cref="MachTask.Current"/>). Pointers are C's: where C reads through one
/// itself a bad one ends the program, where the kernel does it answers a code. Names own nothing: who releases what is C's rule.
/// </remarks>
[RawFunctions(
    typeof(IMachTraps), typeof(IMachPort), typeof(IMachTask), typeof(IThreadAct), typeof(IMachVm), typeof(IVmMapLp64), typeof(IMemoryEntry),
    typeof(IMachHost), typeof(IHostPriv), typeof(IHostSecurity), typeof(IProcessor), typeof(IProcessorSet), typeof(IClock), typeof(IClockPriv),
    typeof(IMachVoucher), typeof(IMachEventlink), typeof(ITaskRestartable), typeof(IExc), typeof(IMachExc),
    typeof(IClockReply), typeof(INetname))]
public static unsafe partial class LibSystem
{
    /// <summary>On whose behalf the functions run.</summary>
    private static CallingThread Current => Here;

    private static MachThread Here => MachThread.Current;

    /// <summary>The task's name for the right to find everything else; a reference that belongs to the task. Null when it has none.</summary>
    [ReturnsBorrowed]
    public static mach_port_t bootstrap_port => Here.Task.BootstrapName;

    /// <summary>The task itself. The name is the task's own; it is not released.</summary>
    [return: ReturnsBorrowed]
    public static mach_port_t mach_task_self() => Here.Task.SelfName;

    /// <summary>The running thread; one reference is added.</summary>
    [return: ReturnsOwned(Right = RawMachRight.Send)]
    public static mach_port_t mach_thread_self() => thread_self_trap();

    /// <summary>The host; one reference is added.</summary>
    [return: ReturnsOwned(Right = RawMachRight.Send)]
    public static mach_port_t mach_host_self() => host_self_trap();

    /// <summary>Ends a reference to a voucher.</summary>
    public static kern_return_t mach_voucher_deallocate([TakesOwnership(Right = RawMachRight.Send)] mach_port_name_t voucher) => mach_port_deallocate(mach_task_self(), voucher);

    /// <summary>What a code means, in words.</summary>
    public static string mach_error_string(mach_error_t error_value) => error_value.Text();

    /// <summary>What kind of code it is: the name of the system that it comes from and the code's own name.</summary>
    public static string mach_error_type(mach_error_t error_value) => error_value.Name();

    /// <summary>Writes a text and what a code means to the error stream.</summary>
    public static void mach_error(string str, mach_error_t error_value) =>
        Console.Error.WriteLine($"{str} {mach_error_string(error_value)} ({mach_error_type(error_value)})");

    /// <summary>Registers ports for the task's children to find.</summary>
    /// <param name="target_task">The task.</param>
    /// <param name="init_port_set">Names of send rights, which are copied; null for none.</param>
    /// <param name="init_port_setCnt">How many: 3 at most.</param>
    public static kern_return_t mach_ports_register([Borrows] task_t target_task, [Borrows] mach_port_t* init_port_set, mach_msg_type_number_t init_port_setCnt)
    {
        if (init_port_setCnt > TASK_PORT_REGISTER_MAX)
            return KERN_INVALID_ARGUMENT;
        mach_port_t* ports = stackalloc mach_port_t[TASK_PORT_REGISTER_MAX];
        for (int i = 0; i < TASK_PORT_REGISTER_MAX; i++)
            ports[i] = i < init_port_setCnt ? init_port_set[i] : MACH_PORT_NULL;
        return new MachTaskClient(Current).mach_ports_register(target_task, ports[0], ports[1], ports[2]);
    }

    /// <summary>Gives the registered ports, in an array that the caller frees with <see cref="vm_deallocate"/>.</summary>
    /// <param name="target_task">The task.</param>
    /// <param name="init_port_set">Receives the array: 3 names of send rights, which are the caller's.</param>
    /// <param name="init_port_setCnt">Receives 3.</param>
    public static kern_return_t mach_ports_lookup(
        [Borrows] task_t target_task, [ReturnsOwned(Right = RawMachRight.Send)] mach_port_t** init_port_set, mach_msg_type_number_t* init_port_setCnt)
    {
        vm_address_t array;
        kern_return_t code = vm_allocate(mach_task_self(), &array, TASK_PORT_REGISTER_MAX * sizeof(mach_port_t), VM_FLAGS_ANYWHERE);
        if (code != KERN_SUCCESS)
            return code;
        var ports = (mach_port_t*)array;
        code = new MachTaskClient(Current).mach_ports_lookup(target_task, out ports[0], out ports[1], out ports[2]);
        if (code != KERN_SUCCESS)
        {
            _ = vm_deallocate(mach_task_self(), array, TASK_PORT_REGISTER_MAX * sizeof(mach_port_t));
            return code;
        }

        *init_port_set = ports;
        *init_port_setCnt = TASK_PORT_REGISTER_MAX;
        return KERN_SUCCESS;
    }
}
