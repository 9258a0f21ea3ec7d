namespace Mach.Tool.Demo;

/// <summary>Plays the demo from the boot of a kernel to the end of its last task. Each file is a part of the story.</summary>
internal sealed partial class DemoRun : IDisposable
{
    private readonly Story _story;
    private readonly Stage _stage = new();

    private DemoRun(Story story) => _story = story;

    /// <summary>Plays all of it.</summary>
    public static void Play(Story story)
    {
        using var run = new DemoRun(story);
        run.BootKernel();
        run.StartNameService();
        run.CheckIn();
        run.LookUp();
        run.Ask();
        run.MoveService();
        run.GoOn();
        run.Die();
        run.Reckon();
    }

    public void Dispose()
    {
        _server?.Dispose();
        _stage.Dispose();
    }
}
