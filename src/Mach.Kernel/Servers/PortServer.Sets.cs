namespace Mach.Kernel;

internal sealed partial class PortServer
{
    protected override kern_return_t mach_port_get_set_status(
        KThread caller, KSpace task, uint name, out ReadOnlyMemory<uint> members)
    {
        var code = task.SetStatus(name, out var names);
        members = names;
        return code;
    }

    protected override kern_return_t mach_port_move_member(KThread caller, KSpace task, uint member, uint after)
    {
        var aftermath = new Aftermath(kernel);
        var code = task.MoveMember(member, after, ref aftermath);
        aftermath.Run();
        return code;
    }

    protected override kern_return_t mach_port_insert_member(KThread caller, KSpace task, uint name, uint pset)
    {
        var after = new Aftermath(kernel);
        var code = task.InsertMember(name, pset, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t mach_port_extract_member(KThread caller, KSpace task, uint name, uint pset) =>
        task.ExtractMember(name, pset);
}
