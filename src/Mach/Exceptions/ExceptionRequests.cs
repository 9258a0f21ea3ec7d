namespace Mach;

/// <summary>The requests of mach_exc, with codes of 64 bits. Each becomes a <see cref="ThreadException"/>, which is answered later.</summary>
internal sealed class WideExceptionRequests(ExceptionInbox inbox) : MachExcServer<ReceivedMessage, MachRight?, ReceivedMessage>
{
    protected override kern_return_t Translate(ReceivedMessage caller, MachRight? port, MigSubject kind, out ReceivedMessage subject)
    {
        subject = caller;
        return KERN_SUCCESS;
    }

    protected override kern_return_t mach_exception_raise(
        ReceivedMessage caller, ReceivedMessage exception_port, MachRight? thread, MachRight? task, int exception, ReadOnlySpan<long> code) =>
        inbox.Put(caller, exception, code, thread, task);

    protected override kern_return_t mach_exception_raise_state(
        ReceivedMessage caller, ReceivedMessage exception_port, int exception, ReadOnlySpan<long> code, ref int flavor,
        ReadOnlySpan<uint> old_state, Span<uint> new_state, out uint new_stateCnt)
    {
        new_stateCnt = 0;
        return inbox.Put(caller, exception, code, null, null, flavor, old_state);
    }

    protected override kern_return_t mach_exception_raise_state_identity(
        ReceivedMessage caller, ReceivedMessage exception_port, MachRight? thread, MachRight? task, int exception, ReadOnlySpan<long> code,
        ref int flavor, ReadOnlySpan<uint> old_state, Span<uint> new_state, out uint new_stateCnt)
    {
        new_stateCnt = 0;
        return inbox.Put(caller, exception, code, thread, task, flavor, old_state);
    }

    protected override kern_return_t mach_exception_raise_identity_protected(
        ReceivedMessage caller, ReceivedMessage exception_port, ulong thread_id, MachRight? task_id_token_t, int exception,
        ReadOnlySpan<long> code, audit_token_t atoken) =>
        inbox.Put(caller, exception, code, thread_id, task_id_token_t);

    protected override kern_return_t mach_exception_raise_state_identity_protected(
        ReceivedMessage caller, ReceivedMessage exception_port, ulong thread_id, MachRight? task_id_token_t, int exception,
        ReadOnlySpan<long> code, ref int flavor, ReadOnlySpan<uint> old_state, Span<uint> new_state, out uint new_stateCnt,
        audit_token_t atoken)
    {
        new_stateCnt = 0;
        return inbox.Put(caller, exception, code, thread_id, task_id_token_t, flavor, old_state);
    }

    /// <summary>A backtrace without a thread: there is nobody who could be let go on, so that others are asked.</summary>
    protected override kern_return_t mach_exception_raise_backtrace(
        ReceivedMessage caller, ReceivedMessage exception_port, MachRight? kcdata_object_t, int exception, ReadOnlySpan<long> code,
        audit_token_t atoken) =>
        KERN_NOT_SUPPORTED;
}

/// <summary>The requests of exc, with codes of 32 bits.</summary>
internal sealed class NarrowExceptionRequests(ExceptionInbox inbox) : ExcServer<ReceivedMessage, MachRight?, ReceivedMessage>
{
    protected override kern_return_t Translate(ReceivedMessage caller, MachRight? port, MigSubject kind, out ReceivedMessage subject)
    {
        subject = caller;
        return KERN_SUCCESS;
    }

    protected override kern_return_t exception_raise(
        ReceivedMessage caller, ReceivedMessage exception_port, MachRight? thread, MachRight? task, int exception, ReadOnlySpan<int> code) =>
        inbox.Put(caller, exception, Widened(code), thread, task);

    protected override kern_return_t exception_raise_state(
        ReceivedMessage caller, ReceivedMessage exception_port, int exception, ReadOnlySpan<int> code, ref int flavor,
        ReadOnlySpan<uint> old_state, Span<uint> new_state, out uint new_stateCnt)
    {
        new_stateCnt = 0;
        return inbox.Put(caller, exception, Widened(code), null, null, flavor, old_state);
    }

    protected override kern_return_t exception_raise_state_identity(
        ReceivedMessage caller, ReceivedMessage exception_port, MachRight? thread, MachRight? task, int exception, ReadOnlySpan<int> code,
        ref int flavor, ReadOnlySpan<uint> old_state, Span<uint> new_state, out uint new_stateCnt)
    {
        new_stateCnt = 0;
        return inbox.Put(caller, exception, Widened(code), thread, task, flavor, old_state);
    }

    private static long[] Widened(ReadOnlySpan<int> codes)
    {
        var wide = new long[codes.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = codes[i];
        return wide;
    }
}
