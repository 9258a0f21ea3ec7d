namespace Mach.Tool.Demo;

internal sealed partial class DemoRun
{
    private const int Parts = 5;
    private IReadOnlyList<ReadOnlyMemory<byte>> _parts = [];

    private void MoveService()
    {
        StoryStep step = _story.Begin("handover", "The receive right moves, with messages still queued");
        _parts = _story.Input.Cut(Parts);
        _successorDoor = _successor.Do(() => _successorNames.CheckIn(DigestProtocol.SuccessorName));
        _stage.Call(_successorDoor, "successor");
        for (int part = 0; part < Parts - 1; part++)
            _client.Do(() => Send(_parts[part].Span));
        uint queued = _service.Do(() => _door.Status.QueuedMessages);
        step.Tell($"The client cuts the file into {Parts} parts and sends {Parts - 1} of them. The service does not look: they stay in the port's queue, with their memory and their rights to reply.");
        step.Check("messages in the queue", (uint)Parts - 1, queued);

        _service.Do(HandOver);
        step.Tell($"The service looks \"{DigestProtocol.SuccessorName}\" up and sends it the receive right. The right leaves the service's space at once and is in the message now.");
        _client.Do(() => Send(_parts[^1].Span));
        step.Tell($"The client knows nothing of this. It sends the last part to {Quote(_toService)}, as ever.");
        step.Check("the service's own object for the right is empty", true, !_door.IsHeld);
        step.Show("While the right is on its way, no task can receive from the digest service's port", _stage.Rights());
        _story.End(step);
    }

    private void GoOn()
    {
        StoryStep step = _story.Begin("takeover", "The successor goes on, and nothing is lost");
        _door = _successor.Do(TakeOver);
        step.Tell($"The successor takes the receive right out of the message, under a name of its own: {Quote(_door)}. What was queued came along, the part that was sent meanwhile too.");
        step.Check("messages in the queue", (uint)Parts, _successor.Do(() => _door.Status.QueuedMessages));
        step.Show("Now the successor has it", _stage.Rights());

        for (int part = 0; part < Parts; part++)
            _successor.Do(() => Answer(_door.Receive(Stage.Soon)));
        DigestAnswer[] answers = [.. Enumerable.Range(0, Parts).Select(_ => _client.Do(ReadAnswer))];
        step.Tell($"It answers all {Parts}, in the order in which they were sent. The name service was not asked: its send right leads to the port, wherever the receive right is.");
        for (int part = 0; part < Parts; part++)
            step.Check($"SHA-256 of part {part + 1}", DemoInput.Digest(_parts[part].Span), answers[part].Sha256);
        step.Check("bytes of all parts", _story.Input.Bytes.Length, answers.Sum(answer => answer.Bytes));
        step.Check("lines of all parts", _story.Input.Lines, answers.Sum(answer => answer.Lines));
        step.Check("parts answered by the successor", Parts, answers.Count(answer => answer.Process == _successor.Task.ProcessId));
        _story.End(step);
    }

    private void HandOver()
    {
        using SendRight toSuccessor = _serviceNames.LookUp(DigestProtocol.SuccessorName);
        using var message = new MessageBuilder(id: DigestProtocol.TakeOver);
        toSuccessor.Send(message.Move(_door), Stage.Soon);
    }

    private ReceiveRight TakeOver()
    {
        using ReceivedMessage message = _successorDoor.Receive(Stage.Soon);
        return message.TakeReceive(0);
    }
}
