using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mach.Tool.Demo;

/// <summary>What the demo's client sends, and the facts about it that were found without Mach.</summary>
/// <param name="Source">Where it comes from, for people.</param>
/// <param name="Path">The file; null for a text made in memory.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record DemoInput(string Source, string? Path, byte[] Bytes)
{
    /// <summary>Most bytes that the demo takes: a message carries them all at once, and three tasks hold them for a moment.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>The SHA-256 of all of it.</summary>
    public string Sha256 { get; } = Digest(Bytes);

    /// <summary>Ends of lines in it, as <c>wc -l</c> counts them.</summary>
    public long Lines { get; } = CountLines(Bytes);

    /// <summary>Cuts it into parts that follow each other, as equal as can be.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Cut(int parts)
    {
        return [.. Enumerable.Range(0, parts).Select(part => (ReadOnlyMemory<byte>)Bytes.AsMemory(At(part)..At(part + 1)))];

        int At(int part) => (int)((long)Bytes.Length * part / parts);
    }

    /// <summary>Reads the file that the user named.</summary>
    /// <exception cref="ToolException">It is missing, a directory, unreadable or too large.</exception>
    public static DemoInput Read(string path)
    {
        if (path.Length == 0)
            throw Refuse(path, "that is no name");
        if (Directory.Exists(path))
            throw Refuse(path, "it is a directory");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new DemoInput(path, System.IO.Path.GetFullPath(path), ReadUpToLimit(file, path));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refuse(path, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw Refuse(path, "access to it is denied");
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or NotSupportedException)
        {
            throw Refuse(path, failure.Message);
        }
    }

    /// <summary>A file of the clone; where it is missing, a text made in memory.</summary>
    public static DemoInput OfItsOwn(Repository repository)
    {
        string readme = repository.At("README.md");
        if (File.Exists(readme))
            return Read(readme) with { Source = "README.md of this clone (no FILE was given)" };
        var text = new StringBuilder();
        for (int line = 1; line <= 1000; line++)
            text.Append(CultureInfo.InvariantCulture, $"line {line}\n");
        return new DemoInput("a text of a thousand lines made in memory (no FILE was given, and this clone has no README.md)", null, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // Not the way in which the service counts: two ways that agree prove more than one.
    private static long CountLines(byte[] bytes)
    {
        long lines = 0;
        foreach (byte one in bytes)
            lines += one == (byte)'\n' ? 1 : 0;
        return lines;
    }

    // A size that a file system tells may be a lie (pipes, /proc): only what arrives counts.
    private static byte[] ReadUpToLimit(FileStream file, string path)
    {
        if (file.CanSeek && file.Length > MostBytes)
            throw TooLarge(path);
        using var all = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        byte[] piece = new byte[1 << 16];
        for (int got = file.Read(piece); got > 0; got = file.Read(piece))
        {
            if (all.Length + got > MostBytes)
                throw TooLarge(path);
            all.Write(piece, 0, got);
        }

        return all.ToArray();
    }

    

    private static ToolException TooLarge(string path) =>
        Refuse(path, string.Create(CultureInfo.InvariantCulture, $"it has more than {MostBytes:N0} bytes (64 MiB), the most that the demo sends in one message"));

    private static ToolException Refuse(string path, string why) => new($"cannot send \"{path}\": {why}", ExitCode.WrongUse);
}
