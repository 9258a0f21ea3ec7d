using System.Text;

namespace Mach.Kernel;

internal sealed partial class PortServer
{
    protected override kern_return_t mach_port_peek(
        KThread caller, KSpace task, uint name, uint trailer_type, ref uint request_seqnop, out uint msg_sizep, out int msg_idp,
        Span<byte> trailer_infop, out uint trailer_infopCnt)
    {
        var code = task.PeekMessage(name, trailer_type, ref request_seqnop, trailer_infop, out var peeked);
        (msg_sizep, msg_idp, var size) = peeked;
        trailer_infopCnt = (uint)size;
        return code;
    }

    protected override kern_return_t mach_port_space_info(
        KThread caller, KSpace space, out ipc_info_space_t space_info, out ReadOnlyMemory<ipc_info_name_t> table_info,
        out ReadOnlyMemory<ipc_info_tree_name_t> tree_info)
    {
        var code = space.SpaceInfo(out space_info, out var table);
        table_info = table;
        tree_info = default;
        return code;
    }

    protected override kern_return_t mach_port_space_basic_info(
        KThread caller, KSpace task, out ipc_info_space_basic_t basic_info) =>
        task.SpaceBasicInfo(out basic_info);

    protected override kern_return_t mach_port_kobject(
        KThread caller, KSpace task, uint name, out uint object_type, out ulong object_addr)
    {
        object_addr = 0;
        return task.KernelObjectOf(name, out object_type);
    }

    protected override kern_return_t mach_port_kobject_description(
        KThread caller, KSpace task, uint name, out uint object_type, out ulong object_addr, Span<byte> description)
    {
        object_addr = 0;
        description.Clear();
        var code = task.KernelObjectOf(name, out object_type);
        if (code == KERN_SUCCESS)
            Encoding.ASCII.GetBytes(task.SendTarget(name)?.KernelObject?.PublicText ?? "", description[..^1]);
        return code;
    }

    [Refuses("only development kernels of XNU answer it: the kernel boosts nobody through a special reply port, so there is no link")]
    protected override kern_return_t mach_port_special_reply_port_reset_link(
        KThread caller, KSpace task, uint name, out int srp_lost_link)
    {
        srp_lost_link = 0;
        return KERN_NOT_SUPPORTED;      // as on release kernels (R-DBG-8)
    }

    [Refuses("there is no message filter, as on an XNU without its sandbox")]
    protected override kern_return_t mach_port_is_connection_for_service(
        KThread caller, KSpace task, uint connection_port, uint service_port, out ulong filter_policy_id)
    {
        filter_policy_id = 0;
        return KSpace.IsValidName(connection_port) && KSpace.IsValidName(service_port)
            ? KERN_NOT_SUPPORTED        // there is no message filter (R-DBG-9)
            : KERN_INVALID_NAME;
    }

    protected override kern_return_t mach_port_get_service_port_info(
        KThread caller, KSpace task, uint name, out mach_service_port_info_data_t sp_info_out) =>
        task.ServiceInfo(name, out sp_info_out);
}
