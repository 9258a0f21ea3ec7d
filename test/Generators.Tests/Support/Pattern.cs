using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Mach.Generators.Tests;

/// <summary>Values that tell where they came from: bytes made from a key.</summary>
public static class Pattern
{
    /// <summary>How many elements an array has that travels: odd, so that bytes need padding.</summary>
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

    public static T[] Array<T>(string key)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(key, Unsafe.SizeOf<T>() * Length)).ToArray();

    public static byte[] String(string key) => Encoding.ASCII.GetBytes($"the text of {key}");

    /// <summary>Whether two values have the same bytes.</summary>
    public static bool Same<T>(T left, T right)
        where T : unmanaged => Same<T>([left], [right]);

    public static bool Same<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged => MemoryMarshal.AsBytes(left).SequenceEqual(MemoryMarshal.AsBytes(right));
}
