namespace Mach.Abi;

/// <summary>What the port that a request is sent to must stand for.</summary>
/// <remarks>A control port may stand for less: a task's control port also serves routines that want it for reading.</remarks>
public enum MigSubject : byte
{
    /// <summary>The port itself: nothing is translated.</summary>
    Port,

    /// <summary>A task's port space (<c>ipc_space_t</c>).</summary>
    Space,

    /// <summary>A port space, for reading (<c>ipc_space_read_t</c>).</summary>
    SpaceRead,

    /// <summary>A port space, for inspection (<c>ipc_space_inspect_t</c>).</summary>
    SpaceInspect,

    /// <summary>A task (<c>task_t</c>).</summary>
    Task,

    /// <summary>A task, for reading (<c>task_read_t</c>).</summary>
    TaskRead,

    /// <summary>A task, for inspection (<c>task_inspect_t</c>).</summary>
    TaskInspect,

    /// <summary>A task, named only (<c>task_name_t</c>).</summary>
    TaskName,

    /// <summary>A thread (<c>thread_act_t</c>).</summary>
    Thread,

    /// <summary>A thread, for reading (<c>thread_read_t</c>).</summary>
    ThreadRead,

    /// <summary>A thread, for inspection (<c>thread_inspect_t</c>).</summary>
    ThreadInspect,

    /// <summary>The host (<c>host_t</c>).</summary>
    Host,

    /// <summary>The host with privilege (<c>host_priv_t</c>).</summary>
    HostPrivileged,

    /// <summary>The host's security port (<c>host_security_t</c>).</summary>
    HostSecurity,

    /// <summary>A clock (<c>clock_serv_t</c>).</summary>
    Clock,

    /// <summary>A processor (<c>processor_t</c>).</summary>
    Processor,

    /// <summary>A processor set (<c>processor_set_t</c>).</summary>
    ProcessorSet,

    /// <summary>A task's address map (<c>vm_map_t</c>).</summary>
    Map,

    /// <summary>A task's address map, for reading (<c>vm_map_read_t</c>).</summary>
    MapRead,

    /// <summary>A memory entry (<c>mem_entry_name_port_t</c>).</summary>
    MemoryEntry,

    /// <summary>A semaphore (<c>semaphore_t</c>).</summary>
    Semaphore,

    /// <summary>A voucher (<c>ipc_voucher_t</c>).</summary>
    Voucher,

    /// <summary>An event link (<c>eventlink_t</c>).</summary>
    EventLink,

    /// <summary>A task whose policy is to be set (<c>task_policy_set_t</c>).</summary>
    TaskPolicySet,

    /// <summary>A task whose policy is to be read (<c>task_policy_get_t</c>).</summary>
    TaskPolicyGet,

    /// <summary>A suspension of a task, which its token's last right ends (<c>task_suspension_token_t</c>).</summary>
    TaskSuspensionToken,

    /// <summary>A token that names a task across its ports (<c>task_id_token_t</c>).</summary>
    TaskIdentityToken,

    /// <summary>A clock, with the privilege to set it (<c>clock_ctrl_t</c>).</summary>
    ClockControl,

    /// <summary>A processor set, named only (<c>processor_set_name_t</c>).</summary>
    ProcessorSetName,

    /// <summary>A task's address map, or the map behind a memory entry (<c>vm_task_entry_t</c>).</summary>
    MapOrEntry,

    /// <summary>What a voucher attribute's manager controls it with (<c>ipc_voucher_attr_control_t</c>).</summary>
    VoucherAttributeControl,

    /// <summary>An object of the device tree (<c>io_object_t</c>).</summary>
    DeviceObject,

    /// <summary>A connection to a device (<c>io_connect_t</c>).</summary>
    DeviceConnection,

    /// <summary>Where the arcade daemon registers (<c>arcade_register_t</c>).</summary>
    ArcadeRegister,

    /// <summary>A notification to the user that awaits its answer (<c>UNDReplyRef</c>).</summary>
    UserNotification,

    /// <summary>A list of pages on their way to or from a pager (<c>upl_t</c>).</summary>
    PageList,
}
