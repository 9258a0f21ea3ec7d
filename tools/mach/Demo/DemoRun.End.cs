using Mach.Kernel;

namespace Mach.Tool.Demo;

internal sealed partial class DemoRun
{
    private void Die()
    {
        StoryStep step = _story.Begin("death", "The service dies, and the client is told");
        ReceiveRight news = _client.Do(() =>
        {
            ReceiveRight port = ReceiveRight.Create();
            _toService.RequestDeadName(port)?.Dispose();
            return port;
        });
        _stage.Call(news, "the client's news");
        step.Tell($"The client asks the kernel to be told when {Quote(_toService)} dies: it gives a send-once right to its port {Quote(news)} for that. Then task \"successor\" ends, and all its rights with it.");

        _stage.End(_successor);
        (string what, RawMachPort name, bool fromKernel) = _client.Do(() => ReadNews(news));
        step.Tell($"The port has no receiver any more. The kernel sends the notification, and it cannot be forged: only the kernel's own messages count as one. In the client's space {Quote(_toService)} is a dead name now, which nobody else gets until the client lets it go.");
        step.Check("notification", nameof(DeadNameNotification), what);
        step.Check("it comes from the kernel", true, fromKernel);
        step.Check("its name", _toService.RawPort, name);
        step.Check("the right is dead", true, _client.Do(() => _toService.IsDead));
        step.Check("a message to it", MACH_SEND_INVALID_DEST, _client.Do(() => SendToTheDead()));
        step.Tell("The name service was told as well: the names are free.");
        step.Check($"looking {DigestProtocol.ServiceName} up", BOOTSTRAP_UNKNOWN_SERVICE, _client.Do(() => _clientNames.TryLookUp(DigestProtocol.ServiceName, out _)));
        step.Check($"looking {DigestProtocol.SuccessorName} up", BOOTSTRAP_UNKNOWN_SERVICE, _client.Do(() => _clientNames.TryLookUp(DigestProtocol.SuccessorName, out _)));
        step.Show("What is left", _stage.Rights());
        _story.End(step);
    }

    private void Reckon()
    {
        StoryStep step = _story.Begin("reckoning", "Every right is accounted for");
        KernelCensus working = _story.Keep("working", _stage.Kernel.TakeCensus());
        step.Tell("The kernel walks through every space, every queue and every right that it keeps itself, and compares each port's counts with the rights that it finds: first with three tasks alive, then when all have ended.");
        step.Check("counts that differ, three tasks alive", "none", Differences(working));

        _client.Do(() =>
        {
            _toService.Dispose();
            _replies.Dispose();
        });
        _server!.Dispose();
        _stage.EndTasks();
        KernelCensus ended = _story.Keep("ended", _stage.Kernel.TakeCensus());
        step.Check("counts that differ, all tasks ended", "none", Differences(ended));
        step.Check("tasks", _booted!.Tasks, ended.Tasks).Check("ports", _booted.Ports, ended.Ports).Check("names", 0, ended.Names);
        step.Check("messages", 0, ended.Messages).Check("bytes out of line", 0L, ended.OutOfLineBytes);
        step.Check("rights that were forgotten", 0L, RightTracker.LeakedCount);
        step.Check("releases that the kernel refused", 0L, RightTracker.RefusedCount);
        _story.End(step);
    }

    private static (string What, RawMachPort Name, bool FromKernel) ReadNews(ReceiveRight news)
    {
        using ReceivedMessage message = news.Receive(Stage.Soon);
        bool fromKernel = message.IsFromKernel;
        if (!message.TryTakeNotification(out MachNotification? notification))
            return ($"message {message.Id}", default, fromKernel);
        using (notification)
            return (notification.GetType().Name, (notification as DeadNameNotification)?.Name.RawPort ?? default, fromKernel);
    }

    private kern_return_t SendToTheDead()
    {
        using var message = new MessageBuilder(id: DigestProtocol.Digest);
        return _toService.TrySend(message, MachTimeout.NoWait).Code;
    }

    private static string Differences(KernelCensus census) => census.Discrepancies.Count == 0 ? "none" : string.Join("; ", census.Discrepancies);
}
