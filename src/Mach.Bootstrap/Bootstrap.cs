using System.Text;

namespace Mach;

/// <summary>The name service as a task sees it: checks services in, registers ports, looks names up.</summary>
/// <remarks>Calls wait for the service for as long as it takes. All answers are launchd's codes.</remarks>
public sealed class Bootstrap : IDisposable
{
    private readonly SendRight _port;

    /// <summary>The name service that a task was born with.</summary>
    /// <param name="task">The task; null for the current one.</param>
    /// <exception cref="InvalidOperationException">It was born without.</exception>
    public Bootstrap(MachTask? task = null)
    {
        task ??= MachTask.Current;
        _port = task.GetBootstrapPort() ?? throw new InvalidOperationException($"{task} has no bootstrap port: no name service was started before it was made.");
    }

    /// <summary>A name service that is reached through a right of one's own.</summary>
    /// <param name="port">The right; this object's from now on.</param>
    public Bootstrap(SendRight port)
    {
        ArgumentNullException.ThrowIfNull(port);
        _port = port;
    }

    /// <summary>The task that asks.</summary>
    public MachTask Task => _port.Task;

    /// <summary>Takes up a service: others find it under its name from now on, until the right is disposed.</summary>
    /// <param name="service">The name, 1 to 127 bytes as UTF-8.</param>
    /// <returns>The right to receive what is sent to the service; the caller's.</returns>
    /// <exception cref="MachException">Somebody has taken it up already: <c>BOOTSTRAP_SERVICE_ACTIVE</c>.</exception>
    public ReceiveRight CheckIn(string service)
    {
        kern_return_t code = TryCheckIn(service, out ReceiveRight? port);
        return port ?? throw new MachException(code, "bootstrap_check_in");
    }

    /// <inheritdoc cref="CheckIn"/>
    /// <param name="service">The name, 1 to 127 bytes as UTF-8.</param>
    /// <param name="port">The right when the answer is <c>KERN_SUCCESS</c>; the caller's.</param>
    /// <returns><c>KERN_SUCCESS</c>, <c>BOOTSTRAP_SERVICE_ACTIVE</c>, <c>BOOTSTRAP_NO_MEMORY</c>, or what went wrong with the message.</returns>
    public kern_return_t TryCheckIn(string service, out ReceiveRight? port)
    {
        port = null;
        byte[] name = NameOf(service);
        using RawMachPortBorrow to = _port.AsRawMachPort();
        kern_return_t code = Client.check_in2(to.Port.Name, name, out mach_port_t made, out _, 0);
        if (code != KERN_SUCCESS)
            return code;
        if (!MACH_PORT_VALID(made))
            return KERN_INVALID_RIGHT;
        port = ReceiveRight.FromRawMachPort(new RawMachPort(made), Task);
        return KERN_SUCCESS;
    }

    /// <summary>Gives a name to a port. It lasts until the port dies.</summary>
    /// <param name="service">The name, 1 to 127 bytes as UTF-8.</param>
    /// <param name="port">A right to the port; the service gets a copy.</param>
    /// <exception cref="MachException">The name is taken (<c>BOOTSTRAP_NAME_IN_USE</c>), or the port is dead (<c>KERN_INVALID_RIGHT</c>).</exception>
    public void Register(string service, SendRight port)
    {
        kern_return_t code = TryRegister(service, port);
        if (code != KERN_SUCCESS)
            throw new MachException(code, "bootstrap_register");
    }

    /// <inheritdoc cref="Register"/>
    /// <returns><c>KERN_SUCCESS</c>, <c>BOOTSTRAP_NAME_IN_USE</c>, <c>BOOTSTRAP_NO_MEMORY</c>, <c>KERN_INVALID_RIGHT</c>, or what went wrong with the message.</returns>
    public kern_return_t TryRegister(string service, SendRight port)
    {
        ArgumentNullException.ThrowIfNull(port);
        byte[] name = NameOf(service);
        using RawMachPortBorrow to = _port.AsRawMachPort();
        using RawMachPortBorrow given = port.AsRawMachPort();
        return Client.register2(to.Port.Name, name, given.Port.Name, 0);
    }

    /// <summary>Finds a service.</summary>
    /// <param name="service">The name, 1 to 127 bytes as UTF-8.</param>
    /// <returns>A right to send to it; the caller's.</returns>
    /// <exception cref="MachException">Nobody has that name, or its port has died: <c>BOOTSTRAP_UNKNOWN_SERVICE</c>.</exception>
    public SendRight LookUp(string service)
    {
        kern_return_t code = TryLookUp(service, out SendRight? port);
        return port ?? throw new MachException(code, "bootstrap_look_up");
    }

    /// <inheritdoc cref="LookUp"/>
    /// <param name="service">The name, 1 to 127 bytes as UTF-8.</param>
    /// <param name="port">A right to send to it when the answer is <c>KERN_SUCCESS</c>; the caller's.</param>
    /// <returns><c>KERN_SUCCESS</c>, <c>BOOTSTRAP_UNKNOWN_SERVICE</c>, or what went wrong with the message.</returns>
    public kern_return_t TryLookUp(string service, out SendRight? port)
    {
        port = null;
        byte[] name = NameOf(service);
        using RawMachPortBorrow to = _port.AsRawMachPort();
        kern_return_t code = Client.look_up2(to.Port.Name, name, out mach_port_t found, 0, default, 0);
        if (code != KERN_SUCCESS)
            return code;
        // It may have died on the way.
        if (!MACH_PORT_VALID(found))
            return BOOTSTRAP_UNKNOWN_SERVICE;
        port = SendRight.FromRawMachPort(new RawMachPort(found), Task);
        return KERN_SUCCESS;
    }

    /// <summary>Releases the right to the name service. What was looked up stays.</summary>
    public void Dispose() => _port.Dispose();

    private JobClient Client => new(Task.CurrentThread);

    private static byte[] NameOf(string service)
    {
        ArgumentException.ThrowIfNullOrEmpty(service);
        byte[] name = Encoding.UTF8.GetBytes(service);
        if (name.Length >= BOOTSTRAP_MAX_NAME_LEN || name.Contains((byte)0))
            throw new ArgumentException($"A service's name is at most {BOOTSTRAP_MAX_NAME_LEN - 1} bytes without a zero.", nameof(service));
        return name;
    }
}
