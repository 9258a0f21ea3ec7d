namespace Mach.Abi;

// Registers, policies and what is no longer served.
public partial interface IThreadAct
{
    /// <summary>Reads registers by flavor, as thread_get_state does.</summary>
    [Routine(1)]
    kern_return_t act_get_state(
        [Subject] thread_read_t target_act, int flavor, [Counted(1296, CountInOut = true)] out thread_state_t old_state);

    /// <summary>Sets registers by flavor, as thread_set_state does.</summary>
    [Routine(2)]
    kern_return_t act_set_state([Subject] thread_act_t target_act, int flavor, [Counted(1296)] thread_state_t new_state);

    /// <summary>Reads a set of a thread's registers by flavor.</summary>
    [Routine(3)]
    kern_return_t thread_get_state(
        [Subject] thread_read_t target_act, thread_state_flavor_t flavor, [Counted(1296, CountInOut = true)] out thread_state_t old_state);

    /// <summary>Sets a set of a thread's registers by flavor.</summary>
    [Routine(4)]
    kern_return_t thread_set_state(
        [Subject] thread_act_t target_act, thread_state_flavor_t flavor, [Counted(1296)] thread_state_t new_state);

    /// <summary>Once set the scheduling policy of a thread, and made it the limit if asked.</summary>
    [Routine(16)]
    kern_return_t thread_policy([Subject] thread_act_t thr_act, policy_t policy, [Counted(5)] policy_base_t @base, boolean_t set_limit);

    /// <summary>Sets a scheduling policy of a thread by flavor.</summary>
    [Routine(17)]
    kern_return_t thread_policy_set(
        [Subject] thread_act_t thread, thread_policy_flavor_t flavor, [Counted(16)] thread_policy_t policy_info);

    /// <summary>Reads a scheduling policy of a thread, or its default.</summary>
    [Routine(18)]
    kern_return_t thread_policy_get(
        [Subject] thread_inspect_t thread, thread_policy_flavor_t flavor, [Counted(16, CountInOut = true)] out thread_policy_t policy_info,
        ref boolean_t get_default);

    /// <summary>Once sampled where a thread spends its time.</summary>
    [Routine(19, Gone = true)]
    kern_return_t thread_sample([Subject] thread_act_t thread, [MakeSend] mach_port_t reply);

    /// <summary>Once switched tracing of a thread's events.</summary>
    [Routine(20, Gone = true)]
    kern_return_t etap_trace_thread([Subject] thread_act_t target_act, boolean_t trace_status);

    /// <summary>Once moved a thread into a processor set.</summary>
    [Routine(21, Gone = true)]
    kern_return_t thread_assign([Subject] thread_act_t thread, [CopySend] processor_set_t new_set);

    /// <summary>Once moved a thread into the default processor set.</summary>
    [Routine(22, Gone = true)]
    kern_return_t thread_assign_default([Subject] thread_act_t thread);

    /// <summary>Once returned a thread's processor set.</summary>
    [Routine(23, Gone = true)]
    kern_return_t thread_get_assignment([Subject] thread_inspect_t thread, [CopySend] out processor_set_name_t assigned_set);

    /// <summary>Sets scheduling policy and limits of a thread within a processor set.</summary>
    [Routine(24)]
    kern_return_t thread_set_policy(
        [Subject] thread_act_t thr_act, [CopySend] processor_set_t pset, policy_t policy, [Counted(5)] policy_base_t @base,
        [Counted(1)] policy_limit_t limit);

    /// <summary>Converts registers between the form the thread has and the form the caller reads.</summary>
    [Routine(28)]
    kern_return_t thread_convert_thread_state(
        [Subject] thread_act_t thread, int direction, thread_state_flavor_t flavor, [Counted(1296)] thread_state_t in_state,
        [Counted(1296, CountInOut = true)] out thread_state_t out_state);
}
