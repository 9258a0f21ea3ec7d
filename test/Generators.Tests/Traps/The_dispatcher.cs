using System.Globalization;
using System.Reflection;

namespace Mach.Generators.Tests;

/// <summary>Client, frame, dispatcher and handlers of the generated trap table.</summary>
public class The_dispatcher
{
    public static TheoryData<string> Traps => [.. MachTrapCatalogue.Rows.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Traps))]
    [Rule("R-A64-13")]
    public void Gives_the_handler_what_the_client_was_given(string name)
    {
        var calls = new List<(string Name, object[] Arguments)>();
        var handlers = TrapRecorder.Create((trap, arguments) =>
        {
            calls.Add((trap, arguments));
            return -2;
        });
        var thread = new ScriptedThread((ref TrapFrame frame) =>
        {
            // What a caller leaves in the upper half of a register that holds 32 bits must not matter.
            var passed = MachTrapNumbers.ArgumentsOf(frame.Number);
            for (var i = 0; i < passed; i++)
            {
                if (frame[i] <= uint.MaxValue && Widths(name)[i] == 4)
                    frame[i] |= 0xdeadbeef_00000000;
            }
            Assert.Equal(TrapStatus.Done, MachTrapDispatcher.Dispatch(handlers, new object(), ref frame));
        });

        var method = typeof(MachTrapClient).GetMethod(name)!;
        var values = method.GetParameters().Select((p, i) => Value(p.ParameterType, i)).ToArray();
        var result = method.Invoke(new MachTrapClient(thread), values);

        var (called, arguments) = Assert.Single(calls);
        Assert.Equal(name, called);
        Assert.Equal(values.Take(arguments.Length), arguments);
        Assert.Equal(MachTrapNumbers.ArgumentsOf(thread.Numbers[0]), arguments.Length);
        Assert.Equal(-2L, unchecked((int)Convert.ToInt64(result is Enum code ? Convert.ToInt32(code, CultureInfo.InvariantCulture) : result, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Passes_a_sleeping_trap_on_as_blocked()
    {
        var handlers = new Sleeper();
        var frame = new TrapFrame(MachTrapNumbers.mach_msg2_trap);
        Assert.Equal(TrapStatus.Blocked, MachTrapDispatcher.Dispatch(handlers, "thread", ref frame));
        Assert.Equal(0u, frame.R0);
    }

    [Fact]
    public void Hands_numbers_without_a_trap_to_the_kernel()
    {
        var frame = new TrapFrame(-17);
        Assert.Equal(TrapStatus.Done, MachTrapDispatcher.Dispatch(new Sleeper(), "thread", ref frame));
        Assert.Equal(kern_return_t.KERN_NOT_SUPPORTED, frame.Code);
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void An_unserved_trap_says_so_by_its_own_kind_of_code(string name)
    {
        var row = MachTrapCatalogue.Rows.Single(r => r.Name == name);
        var frame = new TrapFrame(row.Number);
        Assert.Equal(TrapStatus.Done, MachTrapDispatcher.Dispatch(new Unserved(), "thread", ref frame));
        var expected = row.Result switch
        {
            TrapResult.PortName or TrapResult.Boolean => 0,
            TrapResult.Errno => 45,
            TrapResult.IOReturn => unchecked((int)0xe00002c7),
            _ when row.Fallback is not null => (int)kern_return_t.MACH_SEND_INVALID_DEST,
            _ => (int)kern_return_t.KERN_NOT_SUPPORTED,
        };
        Assert.Equal(expected, (int)frame.Code);
    }

    [Fact]
    public void Every_trap_that_can_sleep_is_marked()
    {
        var blocking = TrapRecorder.Traps.Where(m => m.ReturnType == typeof(TrapStatus) && m.Name != nameof(MachTrapHandlers<>.BadTrap)).Select(m => m.Name);
        string[] expected =
        [
            "mach_msg_trap", "mach_msg_overwrite_trap", "mach_msg2_trap", "semaphore_wait_trap", "semaphore_wait_signal_trap",
            "semaphore_timedwait_trap", "semaphore_timedwait_signal_trap", "thread_switch", "clock_sleep_trap", "mach_wait_until_trap",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), blocking.Order(StringComparer.Ordinal));
    }

    private static int[] Widths(string name) =>
        [.. typeof(MachTrapClient).GetMethod(name)!.GetParameters().Select(p => p.ParameterType == typeof(uint) || p.ParameterType == typeof(int) ? 4 : 8)];

    private static object Value(Type type, int index)
    {
        if (type == typeof(int))
            return -1000 - index;
        if (type == typeof(uint))
            return 0x80000100u + (uint)index;
        if (type == typeof(ulong))
            return 0x8877665544332200u + (ulong)index;
        return Activator.CreateInstance(type, 0x7fff000000001000u + (ulong)index)!;
    }

    private sealed class Unserved : MachTrapHandlers<string>;

    private sealed class Sleeper : MachTrapHandlers<string>
    {
        public override TrapStatus mach_msg2_trap(string thread, ref TrapFrame frame, UserPtr<byte> data, ulong options, ulong msgh_bits_and_send_size, ulong msgh_remote_and_local_port, ulong msgh_voucher_and_id, ulong desc_count_and_rcv_name, ulong rcv_size_and_priority, ulong timeout) =>
            TrapStatus.Blocked;
    }
}
