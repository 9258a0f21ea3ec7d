using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi.Tests;

/// <summary>Looks at structures as the bytes they are.</summary>
internal static class StructBytes
{
    internal static int Size(Type type) => (int)Call(nameof(SizeOf), type)!;

    internal static byte[] Of(object value) => (byte[])Call(nameof(BytesOf), value.GetType(), value)!;

    internal static uint[] Words(object value) => MemoryMarshal.Cast<byte, uint>(Of(value)).ToArray();

    internal static object Ones(Type type) => Call(nameof(AllOnes), type)!;

    /// <summary>The bits of a structure that a member of it occupies: from, count.</summary>
    internal static (int From, int Count) Bits(Type type, MemberInfo member)
    {
        var zero = Activator.CreateInstance(type)!;
        if (member is FieldInfo field)
            field.SetValue(zero, Ones(field.FieldType));
        else
            ((PropertyInfo)member).SetValue(zero, Ones(((PropertyInfo)member).PropertyType));
        var bytes = Of(zero);
        var set = Enumerable.Range(0, bytes.Length * 8).Where(bit => (bytes[bit / 8] & (1 << (bit % 8))) != 0).ToArray();
        Assert.Equal(set.Length, set[^1] - set[0] + 1);
        return (set[0], set.Length);
    }

    private static object? Call(string method, Type type, params object[] arguments) =>
        typeof(StructBytes).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, arguments);

    private static int SizeOf<T>() => Unsafe.SizeOf<T>();

    private static byte[] BytesOf<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();

    private static object AllOnes<T>()
        where T : unmanaged
    {
        T value = default;
        MemoryMarshal.AsBytes(new Span<T>(ref value)).Fill(0xff);
        return value;
    }
}
