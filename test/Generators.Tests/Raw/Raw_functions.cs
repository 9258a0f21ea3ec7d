using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Mach.Generators.Tests;

/// <summary>The C functions over traps and messages, generated in this project from interfaces of another.</summary>
[RawFunctions(typeof(IMachTraps), typeof(IMachPort), typeof(IMachTask))]
internal static unsafe partial class Functions
{
    [ThreadStatic]
    private static CallingThread? _current;

    private static CallingThread Current => _current!;

    public static void Use(CallingThread thread) => _current = thread;

    /// <summary>The library's own form, which the generated one leaves alone.</summary>
    public static kern_return_t swtch() => KERN_TERMINATED;
}

/// <summary>What generated C functions do.</summary>
public unsafe class Raw_functions
{
    private readonly List<int> _traps = [];
    private kern_return_t _trapAnswer = MACH_SEND_INVALID_DEST;
    private kern_return_t _messageAnswer;
    private uint[] _results = [0x4242];

    public Raw_functions() => Functions.Use(new ScriptedThread(Trap));

    [Fact]
    [Rule("R-LIB-8")]
    public void Make_the_trap_and_take_any_answer_but_one_as_final()
    {
        foreach (var answer in new[] { KERN_SUCCESS, KERN_INVALID_NAME, MACH_SEND_INVALID_DATA, KERN_NOT_SUPPORTED })
        {
            _traps.Clear();
            _trapAnswer = answer;
            uint name = 7;
            Assert.Equal(answer, Functions.mach_port_allocate(1, 2, &name));
            Assert.Equal([MachTrapNumbers._kernelrpc_mach_port_allocate_trap], _traps);
            Assert.Equal(7u, name);
        }
    }

    [Fact]
    [Rule("R-LIB-8")]
    public void Send_the_message_when_the_trap_does_not_serve_the_task()
    {
        uint name = 7;
        Assert.Equal(KERN_SUCCESS, Functions.mach_port_allocate(1, 2, &name));
        Assert.Equal([MachTrapNumbers._kernelrpc_mach_port_allocate_trap, MachTrapNumbers.mach_msg2_trap], _traps);
        Assert.Equal(0x4242u, name);
    }

    [Fact]
    [Rule("R-LIB-8")]
    public void Make_the_trap_first_for_every_port_call_that_has_one()
    {
        var byName = typeof(Functions).GetMethods(BindingFlags.Static | BindingFlags.Public).ToLookup(m => m.Name);
        var scratch = stackalloc byte[512];
        foreach (var row in MachTrapCatalogue.Rows.Where(r => r.Fallback is not null && MachPortRoutines.All.Any(p => p.Name == r.Fallback)))
        {
            _traps.Clear();
            _trapAnswer = KERN_INVALID_TASK;
            var method = byName[row.Fallback!].Single();
            var arguments = method.GetParameters().Select(p => p.ParameterType.IsPointer ? Pointer.Box(scratch, p.ParameterType) : Activator.CreateInstance(p.ParameterType)!).ToArray();
            Assert.Equal(KERN_INVALID_TASK, method.Invoke(null, arguments));
            Assert.Equal([row.Number], _traps);
        }
    }

    [Fact]
    public void Write_nothing_through_pointers_when_they_fail()
    {
        _messageAnswer = KERN_INVALID_TASK;
        uint name = 7, count = 3;
        Assert.Equal(KERN_INVALID_TASK, Functions.mach_port_allocate(1, 2, &name));
        Assert.Equal(7u, name);
        Assert.Equal(KERN_INVALID_TASK, Functions.mach_port_get_srights(1, 2, &name));
        Assert.Equal(7u, name);
        int* info = stackalloc int[] { 9, 9, 9 };
        Assert.Equal(KERN_INVALID_TASK, Functions.mach_port_get_attributes(1, 2, 1, info, &count));
        Assert.Equal((3u, 9), (count, info[0]));
        Assert.Equal(KERN_INVALID_TASK, Functions.mach_port_allocate(1, 2, null));
    }

    [Fact]
    public void Tell_the_count_that_would_have_been_needed()
    {
        _results = [3, 10, 11, 12];
        int* info = stackalloc int[] { 9, 9, 9 };
        uint count = 2;
        Assert.Equal(MIG_ARRAY_TOO_LARGE, Functions.mach_port_get_attributes(1, 2, 1, info, &count));
        Assert.Equal((3u, 10, 11, 9), (count, info[0], info[1], info[2]));
    }

    [Fact]
    public void Refuse_an_array_that_is_longer_than_any()
    {
        Assert.Equal(MIG_ARRAY_TOO_LARGE, Functions.mach_port_set_attributes(1, 2, 1, null, uint.MaxValue));
        Assert.Empty(_traps);
    }

    [Fact]
    public void Make_traps_under_the_librarys_names()
    {
        _trapAnswer = (kern_return_t)0x303;
        Assert.Equal(0x303u, Functions.mach_reply_port());
        Assert.Equal(0x303u, Functions.mk_timer_create());
        ulong deadline = 0;
        Assert.Equal((kern_return_t)0x303, Functions.mk_timer_cancel(5, &deadline));
        Assert.Equal((kern_return_t)0x303, Functions.syscall_thread_switch(0, 1, 2));
        Assert.Equal(1, Functions.swtch_pri(4) - 0x302);
        Assert.Equal([-26, -91, -94, -61, -59], _traps);
    }

    [Fact]
    public void Leave_alone_what_the_class_declares_itself()
    {
        Assert.Equal(KERN_TERMINATED, Functions.swtch());
        Assert.Empty(_traps);
    }

    [Fact]
    public void Are_there_for_every_routine_and_every_trap_that_the_library_has()
    {
        var names = typeof(Functions).GetMethods(BindingFlags.Static | BindingFlags.Public).Select(m => m.Name).ToHashSet();
        Assert.All(MachPortRoutines.All.Concat(MachTaskRoutines.All), r => Assert.Contains(r.Symbol, names));
        Assert.All(MachTrapCatalogue.Rows.Where(r => r.Symbol.Length != 0), r => Assert.Contains(r.Symbol, names));
        Assert.DoesNotContain("pfz_exit", names);
    }

    [Fact]
    public void Take_as_many_arguments_as_C_declares_pointers_where_C_has_them()
    {
        var functions = Facts.Functions.GetProperty("functions").EnumerateArray().Where(f => f.Text("kind") is "mig" or "trap").ToLookup(f => f.Text("n"));
        var compared = 0;
        foreach (var method in typeof(Functions).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            if (functions[method.Name].FirstOrDefault() is not { ValueKind: System.Text.Json.JsonValueKind.Object } function || method.Name == "Use")
                continue;
            var expected = function.GetProperty("args").EnumerateArray().Select(a => (a[0].GetString()!, Facts.IsPointer(a[1].GetString()!)));
            Assert.Equal(expected, method.GetParameters().Select(p => (p.Name!, p.ParameterType.IsPointer)));
            compared++;
        }
        Assert.True(compared > 100, $"{compared} functions");
    }

    [Fact]
    public void Keep_Cs_spelling_across_assemblies()
    {
        const string source = "[RawFunctions(typeof(IMachTraps), typeof(IMachPort))] internal static unsafe partial class C { private static CallingThread Current => null!; }";
        var emitted = Roslyn.Emitted(source)["C.Functions.g.cs"];
        Assert.Contains("Trap -16 first. Message 3204: kern_return_t mach_port_allocate(ipc_space_t task, mach_port_right_t right, mach_port_name_t *name)", emitted, StringComparison.Ordinal);
        Assert.Contains("Message 3239: kern_return_t mach_port_kobject_description(ipc_space_read_t task, mach_port_name_t name, natural_t *object_type, mach_vm_address_t *object_addr, kobject_description_t description)", emitted, StringComparison.Ordinal);
        Assert.Contains("Trap -31: mach_msg_return_t mach_msg_trap(mach_msg_header_t *msg, mach_msg_option_t option,", emitted, StringComparison.Ordinal);
        Assert.Empty(Roslyn.Warnings(source));
    }

    [Fact]
    public void Are_made_of_interfaces_of_any_referenced_assembly()
    {
        const string declared = """
            public enum Mood { Good, Bad }
            [MigSubsystem("s", 1000)]
            public partial interface IService
            {
                [Routine(0)]
                kern_return_t f([Subject] mach_port_t p, Mood mood, [CString(9)] ReadOnlySpan<byte> text, ref uint64_t value, [CString(9), CType("name_t")] Span<byte> result, [OutOfLine] out mach_port_name_array_t names);

                [Routine(1)]
                kern_return_t names([Subject] mach_port_t q, int m, ref int code, out int used, [Counted(3)] ReadOnlySpan<int> saved, uint request, out uint reply, ref uint frame, [Counted(2)] Span<int> at);
            }
            """;
        var library = MetadataReference.CreateFromImage(Roslyn.Image([declared], []));
        const string source = "[RawFunctions(typeof(IService))] public static unsafe partial class C { private static CallingThread Current => null!; }";
        var driver = Roslyn.Driver().RunGeneratorsAndUpdateCompilation(Roslyn.Compile([source], [library]), out var complete, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.DoesNotContain(complete.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        var text = driver.GetRunResult().GeneratedTrees.Single().ToString();
        Assert.Contains("Message 1000: kern_return_t f(mach_port_t p, Mood mood, uint8_t *text, uint64_t *value, name_t result, mach_port_name_array_t *names, mach_msg_type_number_t *namesCnt)", text, StringComparison.Ordinal);
        Assert.Contains("f([global::Mach.Borrows] uint p, global::Mood mood, byte* text, ulong* value, byte* result, uint** names, uint* namesCnt)", text, StringComparison.Ordinal);
    }

    private void Trap(ref TrapFrame frame)
    {
        _traps.Add(frame.Number);
        if (frame.Number != MachTrapNumbers.mach_msg2_trap)
        {
            frame.Return(_trapAnswer);
            return;
        }
        var id = (int)(frame.A4 >> 32) + 100;
        ReplyScript.Simple(id, _messageAnswer, _messageAnswer == KERN_SUCCESS ? _results : []).CopyTo(new Span<byte>((void*)frame.A0, (int)(uint)frame.A6));
        frame.Return(KERN_SUCCESS);
    }
}
