using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Tool.Facts;

/// <summary>Looks at structures as the bytes they are.</summary>
internal static class StructBytes
{
    public static int Size(Type type) => (int)Call(nameof(SizeOf), type)!;

    /// <summary>What addresses of the type are multiples of, in bytes.</summary>
    public static int Alignment(Type type) => (int)Call(nameof(AlignmentOf), type)!;

    public static byte[] Of(object value) => (byte[])Call(nameof(BytesOf), value.GetType(), value)!;

    public static uint[] Words(object value) => MemoryMarshal.Cast<byte, uint>(Of(value)).ToArray();

    /// <summary>The bits of a structure that a member of it occupies: from, count. Count is -1 when they are not in one piece.</summary>
    public static (int From, int Count) Bits(Type type, MemberInfo member)
    {
        var zero = Activator.CreateInstance(type)!;
        if (member is FieldInfo field)
            field.SetValue(zero, Ones(field.FieldType));
        else
            ((PropertyInfo)member).SetValue(zero, Ones(((PropertyInfo)member).PropertyType));
        var bytes = Of(zero);
        var (first, last, count) = (-1, -1, 0);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            if ((bytes[bit / 8] & (1 << (bit % 8))) == 0)
                continue;
            if (first < 0)
                first = bit;
            last = bit;
            count++;
        }

        return (first, count == last - first + 1 ? count : -1);
    }

    private static object Ones(Type type) => Call(nameof(AllOnes), type)!;

    private static object? Call(string method, Type type, params object[] arguments) =>
        typeof(StructBytes).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, arguments);

    private static int SizeOf<T>() => Unsafe.SizeOf<T>();

    private static int AlignmentOf<T>()
        where T : unmanaged => Unsafe.SizeOf<AfterByte<T>>() - Unsafe.SizeOf<T>();

    private static byte[] BytesOf<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();

    private static object AllOnes<T>()
        where T : unmanaged
    {
        T value = default;
        MemoryMarshal.AsBytes(new Span<T>(ref value)).Fill(0xff);
        return value;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct AfterByte<T>
        where T : unmanaged
    {
        private byte _byte;
        private T _value;
    }
}
