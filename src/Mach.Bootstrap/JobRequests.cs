using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace Mach;

/// <summary>Answers the requests of a name service.</summary>
internal sealed class JobRequests(ServiceTable services) : JobServer<ReceivedMessage, MachRight?, ReceivedMessage>
{
    // Whoever can send here may ask.
    protected override kern_return_t Translate(ReceivedMessage caller, MachRight? port, MigSubject kind, out ReceivedMessage subject)
    {
        subject = caller;
        return KERN_SUCCESS;
    }

    protected override kern_return_t check_in2(
        ReceivedMessage caller, ReceivedMessage j, ReadOnlySpan<byte> servicename, out MachRight? serviceport, out uuid_t instanceid, ulong flags)
    {
        serviceport = null;
        instanceid = default;
        if (flags != 0)
            return KERN_NOT_SUPPORTED;
        if (!TryName(servicename, out string? name))
            return KERN_INVALID_ARGUMENT;
        if (services.TryFind(name, out _))
            return BOOTSTRAP_SERVICE_ACTIVE;
        int owner = caller.Sender.ProcessId;
        if (!services.HasRoomFor(owner))
            return BOOTSTRAP_NO_MEMORY;
        ReceiveRight port;
        try
        {
            port = ReceiveRight.Create(caller.Task);
        }
        catch (MachException)
        {
            return BOOTSTRAP_NO_MEMORY;
        }

        kern_return_t code = services.Add(name, port.MakeSend(), owner);
        if (code == KERN_SUCCESS)
            serviceport = port;
        else
            port.Dispose();
        return code;
    }

    protected override kern_return_t register2(
        ReceivedMessage caller, ReceivedMessage j, ReadOnlySpan<byte> servicename, MachRight? serviceport, ulong flags)
    {
        if (flags != 0)
            return KERN_NOT_SUPPORTED;
        if (!TryName(servicename, out string? name))
            return KERN_INVALID_ARGUMENT;
        if (serviceport is not SendRight port)
            return KERN_INVALID_RIGHT;
        if (services.TryFind(name, out _))
            return BOOTSTRAP_NAME_IN_USE;
        int owner = caller.Sender.ProcessId;
        return services.HasRoomFor(owner) ? services.Add(name, port, owner) : BOOTSTRAP_NO_MEMORY;
    }

    protected override kern_return_t look_up2(
        ReceivedMessage caller, ReceivedMessage j, ReadOnlySpan<byte> servicename, out MachRight? serviceport, int targetpid, uuid_t instanceid, ulong flags)
    {
        serviceport = null;
        if (flags != 0)
            return KERN_NOT_SUPPORTED;
        if (!TryName(servicename, out string? name))
            return KERN_INVALID_ARGUMENT;
        if (!services.TryFind(name, out Service? service))
            return BOOTSTRAP_UNKNOWN_SERVICE;
        serviceport = service.Port;
        return KERN_SUCCESS;
    }

    private static bool TryName(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? name)
    {
        name = bytes.IsEmpty || !Utf8.IsValid(bytes) ? null : Encoding.UTF8.GetString(bytes);
        return name is not null;
    }
}
