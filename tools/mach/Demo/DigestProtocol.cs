using System.Security.Cryptography;

namespace Mach.Tool.Demo;

/// <summary>What the digest service understands and how it answers.</summary>
internal static class DigestProtocol
{
    /// <summary>Please digest the region in descriptor 0.</summary>
    public const int Digest = 5001;

    /// <summary>The answer: 32 bytes of SHA-256, then the numbers of bytes and of lines, 8 bytes each.</summary>
    public const int Answer = Digest + 100;

    /// <summary>Please go on in my place: descriptor 0 is the service's receive right.</summary>
    public const int TakeOver = 5002;

    /// <summary>The name under which the service is found.</summary>
    public const string ServiceName = "org.mach.demo.digest";

    /// <summary>The name under which the successor is found.</summary>
    public const string SuccessorName = "org.mach.demo.successor";

    /// <summary>Writes a request: the bytes go out of line, the reply comes back through a send-once right.</summary>
    public static void WriteRequest(MessageBuilder message, ReadOnlySpan<byte> bytes, ReceiveRight reply)
    {
        message.Id = Digest;
        message.CopyOutOfLine(bytes).ReplyTo(reply);
    }

    /// <summary>Answers a request with what its region holds.</summary>
    public static kern_return_t Reply(ReceivedMessage request, MessageBuilder reply)
    {
        if (request.Id != Digest || !request.TryTakeMemory(0, out OolBuffer? region))
            return MIG_BAD_ARGUMENTS;
        using (region)
        using (OolBuffer.Lease bytes = region.Borrow())
        {
            Span<byte> sha = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.Span, sha);
            reply.Id = Answer;
            reply.Write(sha).Write((long)region.Length).Write((long)bytes.Span.Count((byte)'\n'));
        }

        return request.TryReply(reply, MachTimeout.NoWait).Code;
    }

    /// <summary>Reads an answer.</summary>
    public static DigestAnswer Read(ReceivedMessage message)
    {
        MachBodyReader body = message.ReadBody();
        if (message.Id == Answer && body.TryBytes(SHA256.HashSizeInBytes, out ReadOnlySpan<byte> sha) && body.TryInt64(out long bytes) && body.TryInt64(out long lines))
            return new DigestAnswer(Convert.ToHexStringLower(sha), bytes, lines, message.Sender.ProcessId);
        return new DigestAnswer($"message {message.Id}", 0, 0, message.Sender.ProcessId);
    }
}

/// <summary>What the service found.</summary>
/// <param name="Sha256">SHA-256 in hexadecimal.</param>
/// <param name="Bytes">Bytes that arrived.</param>
/// <param name="Lines">Ends of lines.</param>
/// <param name="Process">Who answered, as the kernel says.</param>
internal sealed record DigestAnswer(string Sha256, long Bytes, long Lines, int Process);
