using System.Collections.Concurrent;

namespace Mach.Tool.Demo;

/// <summary>A task and the thread that its code runs on. What it does it does in the task's scope: rights of other tasks are out of its reach.</summary>
internal sealed class Actor : IDisposable
{
    private readonly BlockingCollection<Action> _orders = [];
    private readonly Thread _thread;

    public Actor(MachTask task)
    {
        Task = task;
        _thread = new Thread(Work) { Name = task.Name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>The task.</summary>
    public MachTask Task { get; }

    /// <summary>Has the actor do something and waits until it is done.</summary>
    public T Do<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>();
        _orders.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Do{T}(Func{T})"/>
    public void Do(Action work) => Do(() =>
    {
        work();
        return true;
    });

    /// <summary>Ends the thread and the task: the kernel releases every right of its space.</summary>
    public void Dispose()
    {
        _orders.CompleteAdding();
        _thread.Join();
        _orders.Dispose();
        Task.Dispose();
    }

    private void Work()
    {
        using MachTask.Scope scope = Task.Enter();
        foreach (Action order in _orders.GetConsumingEnumerable())
            order();
    }
}
