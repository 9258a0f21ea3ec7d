namespace Mach;

/// <summary>
/// A port to which the kernel tells exceptions of threads, and a handler that decides each: a debugger, a crash reporter, a garbage
/// collector that catches writes.
/// </summary>
/// <remarks>
/// It serves every behaviour, with codes of 32 and of 64 bits. Exceptions are handled one after the other; while one is handled its thread
/// stands still. An exception that the handler throws ends the service, and the threads that wait for it go to the next level.
/// </remarks>
public sealed class ExceptionServer : IDisposable, IAsyncDisposable
{
    private readonly ReceiveRight _port;
    private readonly Func<ThreadException, ValueTask<bool>> _handler;

    private ExceptionServer(ReceiveRight port, Func<ThreadException, ValueTask<bool>> handler)
    {
        _port = port;
        _handler = handler;
        using (port.Task.Enter())
            Completion = ServeAsync();
    }

    /// <summary>The task that it runs in.</summary>
    public MachTask Task => _port.Task;

    /// <summary>Ends when the service has ended; with what the handler has thrown, if it did.</summary>
    public Task Completion { get; }

    /// <summary>Starts a service.</summary>
    /// <param name="task">Who receives the exceptions: better not the task whose exceptions they are, for all its threads may stand.</param>
    /// <param name="handler">True when the thread may go on; false asks the next level.</param>
    /// <exception cref="MachException">The task has no room for a port.</exception>
    public static ExceptionServer Start(MachTask task, Func<ThreadException, bool> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return StartAsync(task, exception => new ValueTask<bool>(handler(exception)));
    }

    /// <summary>Starts a service whose handler may wait.</summary>
    /// <param name="task">As for <see cref="Start"/>.</param>
    /// <param name="handler">True when the thread may go on; false asks the next level.</param>
    /// <exception cref="MachException">The task has no room for a port.</exception>
    public static ExceptionServer StartAsync(MachTask task, Func<ThreadException, ValueTask<bool>> handler)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(handler);
        return new ExceptionServer(ReceiveRight.Create(task), handler);
    }

    /// <summary>Makes a send right to the service, which belongs to its task: what exception ports are set to.</summary>
    public SendRight MakeSend() => _port.MakeSend();

    /// <summary>Ends the service: its port dies. Threads that wait for it go to the next level.</summary>
    public void Dispose() => _port.Dispose();

    /// <summary>Ends the service and waits until the exception at hand is answered.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await Completion.ConfigureAwait(false);
    }

    private async Task ServeAsync()
    {
        var inbox = new ExceptionInbox();
        MigServer<ReceivedMessage, MachRight?> wide = new WideExceptionRequests(inbox), narrow = new NarrowExceptionRequests(inbox);
        using var answer = new MessageBuilder(Task);
        try
        {
            await foreach (ReceivedMessage request in _port.ReadAllAsync().ConfigureAwait(false))
            {
                request.ServeAndReply(request.Id >= wide.First ? wide : narrow, answer);
                if (inbox.Take() is { } exception)
                    await HandleAsync(exception, answer).ConfigureAwait(false);
            }
        }
        catch (Exception end) when (end is MachException or ObjectDisposedException && !Task.IsAlive)
        {
            // The task has ended, and with it all that it had.
        }
        finally
        {
            _port.Dispose();
        }
    }

    private async ValueTask HandleAsync(ThreadException exception, MessageBuilder answer)
    {
        try
        {
            bool handled = await _handler(exception).ConfigureAwait(false);
            if (exception.Reply is null)
                return;
            ExceptionInbox.Write(answer, exception, handled);
            _ = exception.Reply.TrySend(answer, MachTimeout.NoWait);
            answer.Clear();
        }
        finally
        {
            exception.Release();
        }
    }
}
