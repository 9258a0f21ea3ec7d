using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>What the kernel makes of the port that a request is sent to, told from the fact tables.</summary>
internal static class Subjects
{
    public static string Of(JsonElement routine)
    {
        var subject = routine.GetProperty("args")[0];
        // The table gives it a space to read, but the kernel refuses a wrong object as it does where a task is due.
        if (routine.Text("name") == "mach_port_get_service_port_info")
            return nameof(MigSubject.TaskRead);
        return (ByMigType(subject.Text("t")) ?? ByCType(subject.Text("c"))).ToString();
    }

    private static MigSubject? ByMigType(string type) => type switch
    {
        "vm_task_entry_t" => MigSubject.MapOrEntry,
        "eventlink_t" or "eventlink_consume_ref_t" => MigSubject.EventLink,
        "io_object_t" => MigSubject.DeviceObject,
        "io_connect_t" => MigSubject.DeviceConnection,
        "arcade_register_t" => MigSubject.ArcadeRegister,
        "UNDReplyRef" => MigSubject.UserNotification,
        "upl_t" => MigSubject.PageList,
        _ => null,
    };

    private static MigSubject ByCType(string type) => type switch
    {
        "ipc_space_t" => MigSubject.Space,
        "ipc_space_read_t" => MigSubject.SpaceRead,
        "ipc_space_inspect_t" => MigSubject.SpaceInspect,
        "task_t" => MigSubject.Task,
        "task_read_t" => MigSubject.TaskRead,
        "task_inspect_t" => MigSubject.TaskInspect,
        "task_name_t" => MigSubject.TaskName,
        "task_policy_set_t" => MigSubject.TaskPolicySet,
        "task_policy_get_t" => MigSubject.TaskPolicyGet,
        "task_suspension_token_t" => MigSubject.TaskSuspensionToken,
        "task_id_token_t" => MigSubject.TaskIdentityToken,
        "thread_t" or "thread_act_t" => MigSubject.Thread,
        "thread_read_t" => MigSubject.ThreadRead,
        "thread_inspect_t" => MigSubject.ThreadInspect,
        "host_t" => MigSubject.Host,
        "host_priv_t" => MigSubject.HostPrivileged,
        "host_security_t" => MigSubject.HostSecurity,
        "clock_serv_t" => MigSubject.Clock,
        "clock_ctrl_t" => MigSubject.ClockControl,
        "processor_t" => MigSubject.Processor,
        "processor_set_t" => MigSubject.ProcessorSet,
        "processor_set_name_t" => MigSubject.ProcessorSetName,
        "vm_map_t" => MigSubject.Map,
        "vm_map_read_t" => MigSubject.MapRead,
        "mem_entry_name_port_t" => MigSubject.MemoryEntry,
        "semaphore_t" => MigSubject.Semaphore,
        "ipc_voucher_t" => MigSubject.Voucher,
        "ipc_voucher_attr_control_t" => MigSubject.VoucherAttributeControl,
        _ => MigSubject.Port,
    };
}
