namespace Mach.Abi;

/// <summary>
/// Subsystem resource_notify: which process has used more than it may. A task serves it. Ids, arguments and message layouts are compared by
/// a test with reference/mig.json.
/// </summary>
[MigSubsystem("resource_notify", 827800)]
public partial interface IResourceNotify
{
    /// <summary>Tells that a process has used more processor time than it may.</summary>
    [SimpleRoutine(0, Symbol = "send_cpu_usage_violation")]
    kern_return_t cpu_usage_violation(
        [Subject] mach_port_t receiver, proc_name_t procname, int pid, posix_path_t killed_proc_path, mach_timespec_t timestamp,
        long observed_cpu_nsecs, long observation_nsecs, long cpu_nsecs_allowed, long limit_window_nsecs, resource_notify_flags_t flags);

    /// <summary>Tells that a process has woken the processor more often than it may.</summary>
    [SimpleRoutine(1, Symbol = "send_cpu_wakes_violation")]
    kern_return_t cpu_wakes_violation(
        [Subject] mach_port_t receiver, proc_name_t procname, int pid, posix_path_t killed_proc_path, mach_timespec_t timestamp,
        long observed_cpu_wakes, long observation_nsecs, long cpu_wakes_allowed, long limit_window_nsecs, resource_notify_flags_t flags);

    /// <summary>Tells that a process has written more than it may.</summary>
    [SimpleRoutine(2, Symbol = "send_disk_writes_violation")]
    kern_return_t disk_writes_violation(
        [Subject] mach_port_t receiver, proc_name_t procname, int pid, posix_path_t killed_proc_path, mach_timespec_t timestamp,
        long observed_bytes_dirtied, long observation_nsecs, long bytes_dirtied_allowed, long limit_window_nsecs,
        resource_notify_flags_t flags);

    /// <summary>Tells that a process has more names of ports than it should.</summary>
    [SimpleRoutine(3, Symbol = "send_port_space_violation")]
    kern_return_t port_space_violation(
        [Subject] mach_port_t receiver, proc_name_t procname, int pid, mach_timespec_t timestamp, long observed_ports, long ports_allowed,
        [CopySend] mach_port_t fatal_port, resource_notify_flags_t flags);

    /// <summary>Tells that a process has more open files than it should.</summary>
    [SimpleRoutine(4, Symbol = "send_file_descriptors_violation")]
    kern_return_t file_descriptors_violation(
        [Subject] mach_port_t receiver, proc_name_t procname, int pid, mach_timespec_t timestamp, long observed_filedesc,
        long filedesc_allowed, [CopySend] mach_port_t fatal_port, resource_notify_flags_t flags);

    /// <summary>Tells that a process has more work loops than it should.</summary>
    [SimpleRoutine(5, Symbol = "send_kqworkloops_violation")]
    kern_return_t kqworkloops_violation(
        [Subject] mach_port_t receiver, proc_name_t procname, int pid, mach_timespec_t timestamp, long observed_kqworkloops,
        long kqworkloops_allowed, [CopySend] mach_port_t fatal_port, resource_notify_flags_t flags);
}
