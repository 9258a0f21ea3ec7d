namespace Mach;

/// <summary>
/// A name service: an ordinary task that others reach through the bootstrap port that they inherited. A name lasts as long as its port:
/// when the port dies the name is free again.
/// </summary>
/// <remarks>
/// It answers with launchd's codes: <c>BOOTSTRAP_UNKNOWN_SERVICE</c>, <c>BOOTSTRAP_NAME_IN_USE</c>, <c>BOOTSTRAP_SERVICE_ACTIVE</c>,
/// <c>BOOTSTRAP_NO_MEMORY</c>. It waits for nobody: a requester who makes no room for the reply gets none.
/// </remarks>
public sealed class BootstrapServer : IDisposable, IAsyncDisposable
{
    private readonly ReceiveRight _port;

    private BootstrapServer(ReceiveRight port, BootstrapServerOptions options)
    {
        _port = port;
        using (port.Task.Enter())
            Completion = ServeAsync(options);
    }

    /// <summary>The task that it runs in.</summary>
    public MachTask Task => _port.Task;

    /// <summary>Ends when the service has ended and released what it had.</summary>
    public Task Completion { get; }

    /// <summary>Starts a name service in a task and makes it that task's bootstrap port, so that all children born from now on inherit it.</summary>
    /// <param name="task">The task, whose end ends the service.</param>
    /// <param name="options">What it allows.</param>
    /// <exception cref="MachException">The task has no room for a port.</exception>
    public static BootstrapServer Start(MachTask task, BootstrapServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        ReceiveRight port = ReceiveRight.Create(task);
        try
        {
            using SendRight own = port.MakeSend();
            task.SetBootstrapPort(own);
        }
        catch
        {
            port.Dispose();
            throw;
        }

        // A look-up is as short as a function call: it runs on the thread that asks.
        port.ResumeOnSender = true;
        return new BootstrapServer(port, options ?? new BootstrapServerOptions());
    }

    /// <summary>Makes a send right to the service, which belongs to its task, to be given to tasks that did not inherit one.</summary>
    public SendRight MakeSend() => _port.MakeSend();

    /// <summary>Ends the service: its port dies, and what it knows is forgotten as soon as the request at hand is answered.</summary>
    public void Dispose() => _port.Dispose();

    /// <summary>Ends the service and waits until it has released what it had.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return new ValueTask(Completion);
    }

    private async Task ServeAsync(BootstrapServerOptions options)
    {
        using var services = new ServiceTable(_port, options);
        using var reply = new MessageBuilder(Task);
        var requests = new JobRequests(services);
        try
        {
            await foreach (ReceivedMessage message in _port.ReadAllAsync().ConfigureAwait(false))
            {
                if (!message.TryTakeNotification(out MachNotification? notification))
                {
                    message.ServeAndReply(requests, reply);
                    continue;
                }

                using (notification)
                {
                    if (notification is DeadNameNotification death)
                        services.Bury(death.Name);
                }
            }
        }
        catch (Exception end) when (end is MachException or ObjectDisposedException && !Task.IsAlive)
        {
            // The task has ended, and with it all that it had.
        }
    }
}
