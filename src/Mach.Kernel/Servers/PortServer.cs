using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>Subsystem mach_port: the calls on names, asked by message. Each is one call of the space, as in the traps.</summary>
internal sealed partial class PortServer(ManagedKernel kernel) : MachPortServer<KThread, KPort?, KSpace>
{

    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KSpace subject)
    {
        subject = null!;
        var raw = kind is MigSubject.SpaceRead;
        var refusal = raw ? KERN_INVALID_ARGUMENT : KERN_INVALID_TASK;
        var needed = kind switch
        {
            MigSubject.SpaceRead or MigSubject.TaskRead => Flavour.Read,
            MigSubject.SpaceInspect => Flavour.Inspect,
            _ => Flavour.Control,
        };
        if (port?.KernelObject is not TaskView view || view.Flavour < needed)
            return refusal;
        if (!view.Task.IsAlive)
            return KERN_INVALID_TASK;
        subject = view.Task.Space;
        return KERN_SUCCESS;
    }

    /// <summary>
    /// As generated, but that mach_port_construct looks at its options before it looks at the task (R-ALLOC-10).
    /// </summary>
    public override kern_return_t Dispatch(KThread caller, ref MigRequest<KPort?> request, ref MigReply<KPort?> reply)
    {
        var id = BinaryPrimitives.ReadInt32LittleEndian(request.Bytes[20..]);
        var code = base.Dispatch(caller, ref request, ref reply);
        return code == KERN_INVALID_TASK && id == MachPortRoutines.mach_port_construct
            && MemoryMarshal.TryRead(request.Descriptors[0].Memory.Span, out mach_port_options_t options)
            && !PortOptions.KindsAreGood(options.flags)
            ? KERN_INVALID_ARGUMENT
            : code;
    }

    protected override kern_return_t mach_port_names(
        KThread caller, KSpace task, out ReadOnlyMemory<uint> names, out ReadOnlyMemory<uint> types)
    {
        var code = task.Names(out var foundNames, out var foundTypes);
        names = foundNames;
        types = foundTypes;
        return code;
    }

    protected override kern_return_t mach_port_type(KThread caller, KSpace task, uint name, out uint ptype) =>
        task.TypeOf(name, out ptype);

    protected override kern_return_t mach_port_allocate_name(KThread caller, KSpace task, uint right, uint name) =>
        task.AllocateRightNamed(right, name);

    protected override kern_return_t mach_port_allocate(KThread caller, KSpace task, uint right, out uint name) =>
        task.AllocateRight(right, out name);

    protected override kern_return_t mach_port_destroy(KThread caller, KSpace task, uint name)
    {
        var after = new Aftermath(kernel);
        var code = task.DestroyName(name, ref after);
        after.Run();
        return BrokenGuard.Note(caller, task, name, GuardedCall.Destroy, code);
    }

    protected override kern_return_t mach_port_deallocate(KThread caller, KSpace task, uint name)
    {
        var after = new Aftermath(kernel);
        var code = task.Deallocate(name, ref after);
        after.Run();
        return BrokenGuard.Note(caller, task, name, GuardedCall.Deallocate, code);
    }

    protected override kern_return_t mach_port_get_refs(KThread caller, KSpace task, uint name, uint right, out uint refs) =>
        task.References(name, right, out refs);

    protected override kern_return_t mach_port_mod_refs(KThread caller, KSpace task, uint name, uint right, int delta)
    {
        var after = new Aftermath(kernel);
        var code = task.ModifyReferences(name, right, delta, ref after);
        after.Run();
        return BrokenGuard.Note(caller, task, name, GuardedCall.ModifyReferences, code);
    }

    protected override kern_return_t mach_port_destruct(KThread caller, KSpace task, uint name, int srdelta, ulong guard)
    {
        var after = new Aftermath(kernel);
        var code = task.Destruct(name, srdelta, guard, ref after);
        after.Run();
        return BrokenGuard.Note(caller, task, name, GuardedCall.Destruct, code);
    }

    protected override kern_return_t mach_port_allocate_qos(
        KThread caller, KSpace task, uint right, ref mach_port_qos_t qos, out uint name)
    {
        name = MACH_PORT_NULL;
        return qos.name != 0
            ? KERN_INVALID_ARGUMENT
            : task.AllocateFull(right, hasPrototype: false, named: false, qos.prealloc != 0, qos.len, ref name);
    }

    protected override kern_return_t mach_port_allocate_full(
        KThread caller, KSpace task, uint right, KPort? proto, ref mach_port_qos_t qos, ref uint name) =>
        task.AllocateFull(right, proto is not null, qos.name != 0, qos.prealloc != 0, qos.len, ref name);

    protected override kern_return_t mach_port_construct(
        KThread caller, KSpace task, mach_port_options_t options, ulong context, out uint name)
    {
        name = MACH_PORT_NULL;
        return PortOptions.KindsAreGood(options.flags)
            ? PortOptions.Construct(task.Task, caller.Memory, options, context, out name)
            : KERN_INVALID_ARGUMENT;
    }

    protected override kern_return_t mach_port_request_notification(
        KThread caller, KSpace task, uint name, int msgid, uint sync, KPort? notify, out KPort? previous)
    {
        var after = new Aftermath(kernel);
        var code = task.RequestNotification(name, msgid, sync, notify, out previous, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t mach_port_insert_right(KThread caller, KSpace task, uint name, KPort? poly, uint polyPoly)
    {
        var after = new Aftermath(kernel);
        var code = task.Insert(name, poly, (byte)polyPoly, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t mach_port_extract_right(
        KThread caller, KSpace task, uint name, uint msgt_name, out KPort? poly, out uint polyPoly)
    {
        var after = new Aftermath(kernel);
        var code = task.Extract(name, msgt_name, ReferenceEquals(task, caller.Space), out poly, out var type, ref after);
        after.Run();
        polyPoly = type;
        return code;
    }

    protected override kern_return_t task_set_port_space(KThread caller, KSpace task, int table_entries) =>
        task.GrowTo(table_entries);
}
