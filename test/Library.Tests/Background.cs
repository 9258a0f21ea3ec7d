using System.Runtime.ExceptionServices;

namespace Mach.Library.Tests;

/// <summary>Work on an OS thread of its own. Joining it passes its exception on.</summary>
internal sealed class Background
{
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;

    internal Background(Action work)
    {
        _thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception failure)
            {
                _failure = ExceptionDispatchInfo.Capture(failure);
            }
        });
        _thread.Start();
    }

    internal void Join()
    {
        _thread.Join();
        _failure?.Throw();
    }
}
