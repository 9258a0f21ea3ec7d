using System.Runtime.InteropServices;

namespace Mach.Raw;

/// <summary>The functions of <c>servers/bootstrap.h</c> under their C names: <c>using static Mach.Raw.LibBootstrap;</c></summary>
/// <remarks>They act for the task whose scope the code is in. Names are C's strings, of at most 127 bytes. What a right's name is worth to whom is C's rule.</remarks>
public static unsafe class LibBootstrap
{
    private static JobClient Client => new(MachThread.Current);

    /// <summary>Takes up a service.</summary>
    /// <param name="bp">The bootstrap port.</param>
    /// <param name="service_name">The service's name.</param>
    /// <param name="sp">Receives the right to receive what is sent to it.</param>
    public static kern_return_t bootstrap_check_in(
        [Borrows] mach_port_t bp, byte* service_name, [ReturnsOwned(Right = RawMachRight.Receive)] mach_port_t* sp)
    {
        if (!TryName(service_name, out ReadOnlySpan<byte> name))
            return BOOTSTRAP_UNKNOWN_SERVICE;
        kern_return_t code = Client.check_in2(bp, name, out mach_port_t made, out _, 0);
        if (code == KERN_SUCCESS)
            *sp = made;
        return code;
    }

    /// <summary>Finds a service.</summary>
    /// <param name="bp">The bootstrap port.</param>
    /// <param name="service_name">The service's name.</param>
    /// <param name="sp">Receives a right to send to it.</param>
    public static kern_return_t bootstrap_look_up(
        [Borrows] mach_port_t bp, byte* service_name, [ReturnsOwned(Right = RawMachRight.Send)] mach_port_t* sp)
    {
        if (!TryName(service_name, out ReadOnlySpan<byte> name))
            return BOOTSTRAP_UNKNOWN_SERVICE;
        kern_return_t code = Client.look_up2(bp, name, out mach_port_t found, 0, default, 0);
        if (code == KERN_SUCCESS)
            *sp = found;
        return code;
    }

    /// <summary>Gives a name to a port.</summary>
    /// <param name="bp">The bootstrap port.</param>
    /// <param name="service_name">The name.</param>
    /// <param name="sp">A right to send to the port, which is copied.</param>
    public static kern_return_t bootstrap_register([Borrows] mach_port_t bp, byte* service_name, [Borrows] mach_port_t sp) =>
        TryName(service_name, out ReadOnlySpan<byte> name) ? Client.register2(bp, name, sp, 0) : BOOTSTRAP_NO_MEMORY;

    /// <summary>What a code of the name service means, in words.</summary>
    public static string bootstrap_strerror(kern_return_t r) => r.Text();

    /// <summary>Not in this name service, which has one level and starts nothing: answers <c>KERN_NOT_SUPPORTED</c>.</summary>
    public static kern_return_t bootstrap_unprivileged([Borrows] mach_port_t bp, mach_port_t* unpriv_port) => Refuse(bp, unpriv_port);

    /// <inheritdoc cref="bootstrap_unprivileged"/>
    public static kern_return_t bootstrap_parent([Borrows] mach_port_t bp, mach_port_t* parent_port) => Refuse(bp, parent_port);

    /// <inheritdoc cref="bootstrap_unprivileged"/>
    public static kern_return_t bootstrap_create_service([Borrows] mach_port_t bp, byte* service_name, mach_port_t* sp) => Refuse(bp, sp, service_name);

    /// <inheritdoc cref="bootstrap_unprivileged"/>
    public static kern_return_t bootstrap_create_server(
        [Borrows] mach_port_t bp, byte* server_cmd, uint server_uid, boolean_t on_demand, mach_port_t* server_port) =>
        Refuse(bp, server_port, server_cmd, server_uid, on_demand);

    /// <inheritdoc cref="bootstrap_unprivileged"/>
    public static kern_return_t bootstrap_subset([Borrows] mach_port_t bp, [Borrows] mach_port_t requestor_port, mach_port_t* subset_port) =>
        Refuse(bp, subset_port, null, requestor_port);

    /// <inheritdoc cref="bootstrap_unprivileged"/>
    public static kern_return_t bootstrap_status([Borrows] mach_port_t bp, byte* service_name, bootstrap_status_t* service_active) =>
        Refuse(bp, service_active, service_name);

    private static kern_return_t Refuse(mach_port_t bp, void* result, byte* name = null, uint number = 0, int flag = 0)
    {
        _ = (bp, (ulong)result, (ulong)name, number, flag);
        return KERN_NOT_SUPPORTED;
    }

    private static bool TryName(byte* text, out ReadOnlySpan<byte> name)
    {
        name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        return name.Length is > 0 and < BOOTSTRAP_MAX_NAME_LEN;
    }
}
