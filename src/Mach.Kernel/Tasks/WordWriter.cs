using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>Fills the words of an information record in order; the words beyond what was put are 0.</summary>
internal ref struct WordWriter
{
    private const long NanosecondsPerMicrosecond = 1000, NanosecondsPerSecond = 1_000_000_000;

    private readonly Span<int> _words;
    private int _at;

    internal WordWriter(Span<int> words)
    {
        _words = words;
        words.Clear();
    }

    internal void Put(int word) => _words[_at++] = word;

    internal void Put(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(MemoryMarshal.AsBytes(_words[_at..]), value);
        _at += 2;
    }

    /// <summary>Seconds and microseconds.</summary>
    internal void PutTime(long nanoseconds)
    {
        Put((int)(nanoseconds / NanosecondsPerSecond));
        Put((int)(nanoseconds % NanosecondsPerSecond / NanosecondsPerMicrosecond));
    }

    /// <summary>A count that reads as the greatest number when it is greater.</summary>
    internal void PutCapped(long value) => Put((int)Math.Min(value, int.MaxValue));

    internal void Put(ReadOnlySpan<uint> words)
    {
        MemoryMarshal.Cast<uint, int>(words).CopyTo(_words[_at..]);
        _at += words.Length;
    }

    /// <summary>Leaves words 0.</summary>
    internal void Skip(int words) => _at += words;
}
