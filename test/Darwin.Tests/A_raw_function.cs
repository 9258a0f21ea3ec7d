using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Mach.Kernel;

namespace Mach.Darwin.Tests;

/// <summary>C's functions on a system that has a library of its own: called there under their names, by trap and message otherwise.</summary>
public sealed unsafe partial class A_raw_function
{
    private const int Scratch = 4096;

    /// <summary>Functions that were written by hand.</summary>
    private static readonly HashSet<string> s_written = [.. Facts.Sources("src/Mach/Raw")
        .SelectMany(source => Declaration.Matches(source)).Select(match => match.Groups["name"].Value)];

    /// <summary>The functions of routines that the generator made: C's name, and the method.</summary>
    private static readonly Dictionary<string, MethodInfo> s_functions = Catalogue.Rows
        .Where(row => row.Family == TrapFamily.Mig)
        .Select(row => typeof(Raw.LibSystem).GetMethods().SingleOrDefault(method => method.Name == row.Symbol))
        .OfType<MethodInfo>()
        .Where(IsGenerated)
        .ToDictionary(method => method.Name, StringComparer.Ordinal);

    public static TheoryData<string> Functions => [.. s_functions.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Is_called_in_the_library_with_C_s_arguments(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The convention is that of Unix.");
        var method = s_functions[name];
        Assert.All(method.GetParameters(), parameter => Assert.True(IsBlittable(parameter.ParameterType), $"{parameter.Name} is {parameter.ParameterType}."));
        var library = new RecordingLibrary(Facts.Exports.Contains) { Answer = 0xffff_ffff_0000_0005 };
        var task = MachSystem.Boot(new DarwinKernel(library, macOS: true)).FirstTask;
        var memory = (nint)NativeMemory.AllocZeroed(Scratch);
        try
        {
            if (!Facts.Exports.Contains(name))
            {
                task.Run(() => method.Invoke(null, [.. method.GetParameters().Select((parameter, index) => Value(parameter.ParameterType, index, memory))]));
                Assert.DoesNotContain(library.Calls, call => call.Function == name);
                Assert.Contains(name, library.Asked);
                return;
            }

            var parameters = method.GetParameters();
            var code = task.Run(() => method.Invoke(null, [.. parameters.Select((parameter, index) => Value(parameter.ParameterType, index, memory))]));
            var (called, given) = Assert.Single(library.Calls);
            Assert.Equal((name, (kern_return_t)5), (called, code));
            foreach (var (index, places) in Places(parameters))
            {
                var expected = Bytes(parameters[index].ParameterType, index, memory);
                Assert.Equal(expected, MemoryMarshal.AsBytes(given.AsSpan(places)).Slice(0, expected.Length));
            }
        }
        finally
        {
            NativeMemory.Free((void*)memory);
        }
    }

    [Fact]
    public void Is_exported_for_nearly_every_routine() =>
        Assert.True(s_functions.Keys.Count(Facts.Exports.Contains) > s_functions.Count * 9 / 10, $"{s_functions.Keys.Count(Facts.Exports.Contains)} of {s_functions.Count}");

    [Fact]
    public void That_is_missing_there_makes_the_trap_and_then_sends_the_message_that_it_sends_anywhere()
    {
        // The library has the traps for messages alone.
        string[] exports = ["mach_msg2_trap", "mach_reply_port", "task_self_trap", "pthread_self", "pthread_mach_thread_np"];
        var library = new RecordingLibrary(exports.Contains) { Answer = 0x707 };
        var onXnu = MachSystem.Boot(new DarwinKernel(library, macOS: true)).FirstTask;
        var (here, there) = (new List<ulong[]>(), library.Calls);
        using var kernel = new ManagedKernel();
        using var own = MachSystem.Boot(kernel, new MessageRecorder(here)).CreateTask("own");
        foreach (var task in new[] { onXnu, own })
        {
            using (task.Enter())
            {
                mach_port_type_t type;
                _ = Raw.LibSystem.mach_port_type(0x103, 0x203, &type);
            }
        }

        var registers = there.First(call => call.Function == "mach_msg2_trap").Arguments;
        // The reply port and the buffer have other places; everything else that travels is the same.
        var message = here[0];
        foreach (var index in new[] { 1, 2, 4, 6, 7 })
            Assert.Equal(message[index], registers[index]);
        Assert.Equal((uint)message[3], (uint)registers[3]);
        Assert.Contains("_kernelrpc_mach_port_type_trap", library.Asked);
    }

    private static bool IsGenerated(MethodInfo method) => method.ReturnType == typeof(kern_return_t) && !s_written.Contains(method.Name);

    /// <summary>Where the convention puts each argument, among the recorder's; those that it does not look at are left out.</summary>
    private static IEnumerable<(int Index, Range Places)> Places(ParameterInfo[] parameters)
    {
        var x64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        var registers = x64 ? 6 : 8;
        var (register, stack) = (0, registers);
        for (var index = 0; index < parameters.Length; index++)
        {
            var words = (SizeOf(parameters[index].ParameterType) + 7) / 8;
            // Other processors' ways with what is larger than a register, and Apple's arm64 with what does not fit the registers, are not modelled.
            if (!x64 && (words > 1 || register == registers))
                yield break;
            var first = words <= 2 && register + words <= registers ? register : stack;
            if (first == stack)
                stack += words;
            else
                register += words;
            if (first + words <= RecordingLibrary.Looked)
                yield return (index, first..(first + words));
        }
    }

    private static object Value(Type type, int index, nint memory)
    {
        var bytes = Bytes(type, index, memory);
        if (type.IsPointer)
            return Pointer.Box((void*)BitConverter.ToUInt64(bytes), type);
        var boxed = RuntimeHelpers.GetUninitializedObject(type);
        bytes.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<RawData>(boxed).First, bytes.Length));
        return boxed;
    }

    private static byte[] Bytes(Type type, int index, nint memory) =>
        type.IsPointer
            ? BitConverter.GetBytes((ulong)memory + ((ulong)index * 256))
            : [.. Enumerable.Range(0, SizeOf(type)).Select(place => (byte)(0x91 + (index * 0x11) + (place * 7)))];

    private static int SizeOf(Type type) =>
        type.IsPointer ? 8 : (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static bool IsBlittable(Type type) =>
        type.IsPointer || type.IsEnum || (type.IsPrimitive && type != typeof(bool) && type != typeof(char))
        || (type is { IsValueType: true, IsGenericType: false } && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(field => IsBlittable(field.FieldType)));

    [GeneratedRegex(@"public static \w+\*? (?<name>\w+)\(")]
    private static partial Regex Declaration { get; }

    private sealed class RawData
    {
        public byte First;
    }

    /// <summary>Keeps the registers of messages and sends none.</summary>
    private sealed class MessageRecorder(List<ulong[]> messages) : IKernel
    {
        public TrapStatus Trap(TrapThread thread, ref TrapFrame frame)
        {
            if (frame.Number == MachTrapNumbers.mach_msg2_trap)
                messages.Add([frame.A0, frame.A1, frame.A2, frame.A3, frame.A4, frame.A5, frame.A6, frame.A7]);
            frame.Return(frame.Number == MachTrapNumbers.mach_reply_port ? 0x707 : frame.Number == MachTrapNumbers.mach_msg2_trap ? 5 : (int)MACH_SEND_INVALID_DEST);
            return TrapStatus.Done;
        }
    }
}
