using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Mach.Generators.Tests;

/// <summary>Values that tell where they came from: bytes made from a key.</summary>
public static class Pattern
{
    /// <summary>How many elements an array has that travels and has room: odd, so that bytes need padding.</summary>
    public const int Length = 3;

    public static byte[] Bytes(string key, int count)
    {
        var state = 2166136261u;
        foreach (var letter in key)
            state = unchecked((state ^ letter) * 16777619u);
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            bytes[i] = (byte)((state >> 24) | 1);
        }
        return bytes;
    }

    public static T Of<T>(string key)
        where T : unmanaged => MemoryMarshal.Read<T>(Bytes(key, Unsafe.SizeOf<T>()));

    public static T[] Array<T>(string key, int length = Length)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(key, Unsafe.SizeOf<T>() * length)).ToArray();

    /// <summary>Where an array lies that is never freed.</summary>
    public static unsafe ulong Address<T>(string key, int length)
        where T : unmanaged
    {
        var bytes = Bytes(key, Unsafe.SizeOf<T>() * length);
        var memory = NativeMemory.Alloc((nuint)bytes.Length);
        bytes.CopyTo(new Span<byte>(memory, bytes.Length));
        return (ulong)memory;
    }

    /// <summary>A text that has room with its closing 0.</summary>
    public static byte[] String(string key, int room = int.MaxValue)
    {
        var text = Encoding.ASCII.GetBytes($"the text of {key}");
        return text[..Math.Min(text.Length, room - 1)];
    }

    /// <summary>Whether two values have the same bytes.</summary>
    public static bool Same<T>(T left, T right)
        where T : unmanaged => Same<T>([left], [right]);

    public static bool Same<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged => MemoryMarshal.AsBytes(left).SequenceEqual(MemoryMarshal.AsBytes(right));
}
