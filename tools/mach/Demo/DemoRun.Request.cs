using System.Globalization;

namespace Mach.Tool.Demo;

internal sealed partial class DemoRun
{
    private void Ask()
    {
        StoryStep step = _story.Begin("request", "The client sends the file, the service answers");
        DemoInput input = _story.Input;
        _client.Do(() => Send(input.Bytes));
        step.Tell($"The client sends message {DigestProtocol.Digest} to {Quote(_toService)}. Its one descriptor is a region of memory with all {Count(input.Bytes.Length)} bytes of the file, which travels out of line, beside the message. Its reply port is {Quote(_replies)}: a send-once right to that port goes along, a right to answer, once.");

        // The right to reply is the message's as long as nobody takes it.
        ReceivedMessage request = _service.Do(() => _door.Receive(Stage.Soon));
        step.Tell($"The service receives it. The kernel has put the {Count(request.GetItem(0).Size)} bytes into the service's memory and the right to reply into its space, and says who sent it: process {request.Sender.ProcessId}.");
        step.Show("While the service has the request", _stage.Rights());
        kern_return_t replied = _service.Do(() => Answer(request));
        DigestAnswer answer = _client.Do(ReadAnswer);
        step.Tell("The service answers through the send-once right, which is used up by that. Had it thrown the right away, the kernel would have told the client.");
        step.Check("sending the reply", KERN_SUCCESS, replied);
        step.Check("SHA-256", input.Sha256, answer.Sha256);
        step.Check("lines", input.Lines, answer.Lines);
        step.Check("answered by process", _service.Task.ProcessId, answer.Process);
        _story.End(step);
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        using var message = new MessageBuilder();
        DigestProtocol.WriteRequest(message, bytes, _replies);
        _toService.Send(message, Stage.Soon);
    }

    private static kern_return_t Answer(ReceivedMessage request)
    {
        using (request)
        {
            using var reply = new MessageBuilder();
            return DigestProtocol.Reply(request, reply);
        }
    }

    private DigestAnswer ReadAnswer()
    {
        using ReceivedMessage reply = _replies.Receive(Stage.Soon);
        return DigestProtocol.Read(reply);
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
