using System.Text.Json;

namespace Mach.Darwin.Tests;

/// <summary>From a trap's number and registers to a call of libSystem's function.</summary>
public class The_switch
{
    /// <summary>Traps whose function only another framework or a later system has, and which no message stands in for.</summary>
    private static readonly Dictionary<string, string> s_elsewhere = new(StringComparer.Ordinal)
    {
        ["_exclaves_ctl_trap"] = "came after macOS 13, whose exports the table has",
        ["iokit_user_client_trap"] = "is part of IOKit's own library",
    };

    public static TheoryData<int> Traps => [.. Facts.Traps.Keys.OrderDescending()];

    [Fact]
    public void Knows_the_traps_of_the_table_and_no_other()
    {
        var library = new RecordingLibrary(_ => true);
        for (var number = -130; number <= 10; number++)
        {
            TrapFrame frame = new(number) { R0 = 99 };
            Assert.Equal(Facts.Traps.ContainsKey(number), DarwinTraps.TryCall(library, ref frame));
        }
    }

    [Fact]
    public void Calls_functions_that_libSystem_exports_on_both_processors()
    {
        var missing = Facts.Traps.Keys.Select(DarwinTraps.FunctionOf).OfType<string>().Where(name => !Facts.Exports.Contains(name));
        Assert.Equal(s_elsewhere.Keys.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
        Assert.Equal([-58], Facts.Traps.Keys.Where(number => DarwinTraps.FunctionOf(number) is null));
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void Calls_the_function_of_the_trap_under_the_name_of_the_table(int number) =>
        Assert.Equal(number == -58 ? null : Facts.Traps[number].GetProperty("user").GetString(), DarwinTraps.FunctionOf(number));

    [Theory]
    [MemberData(nameof(Traps))]
    public void Hands_each_register_over_as_the_argument_that_it_is(int number)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The convention is that of Unix.");
        if (DarwinTraps.FunctionOf(number) is not { } function)
            return;
        var library = new RecordingLibrary(_ => true) { Answer = 0x1234_5678_8765_4321 };
        TrapFrame frame = new(number);
        for (var register = 0; register < 8; register++)
            frame[register] = Pattern(register);
        Assert.True(DarwinTraps.TryCall(library, ref frame));

        var (called, given) = Assert.Single(library.Calls);
        Assert.Equal(function, called);
        JsonElement trap = Facts.Traps[number];
        var types = trap.TryGetProperty("args", out var arguments) ? arguments.EnumerateArray().Select(each => each[1].GetString()!).ToArray() : [];
        for (var index = 0; index < trap.GetProperty("argc").GetInt32() && index < types.Length; index++)
        {
            var mask = Facts.SizeOf(types[index]) == 8 ? ulong.MaxValue : uint.MaxValue;
            Assert.Equal(Pattern(index) & mask, given[index] & mask);
        }

        // 32 bits come back, sign-extended; the arguments stay.
        Assert.Equal(0xffff_ffff_8765_4321, frame.R0);
        Assert.Equal(Pattern(3), frame.A3);
        Assert.Equal(number, frame.Number);
    }

    [Fact]
    public void Passes_nothing_for_an_argument_that_the_kernel_does_not_read()
    {
        var library = new RecordingLibrary(_ => true);
        TrapFrame frame = new(MachTrapNumbers.swtch_pri) { A0 = Pattern(0) };
        Assert.True(DarwinTraps.TryCall(library, ref frame));
        Assert.Equal(0u, (uint)Assert.Single(library.Calls).Arguments[0]);
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void Sends_the_caller_to_the_message_where_the_function_is_missing_and_there_is_one(int number)
    {
        var library = new RecordingLibrary(_ => false);
        var row = MachTrapCatalogue.Rows.Single(row => row.Number == number);
        TrapFrame frame = new(number);
        if (DarwinTraps.FunctionOf(number) is not { } function)
        {
            Assert.True(DarwinTraps.TryCall(library, ref frame));
            Assert.Equal(KERN_NOT_SUPPORTED, frame.Code);
        }
        else if (row.Fallback is not null)
        {
            Assert.True(DarwinTraps.TryCall(library, ref frame));
            Assert.Equal(MACH_SEND_INVALID_DEST, frame.Code);
        }
        else
        {
            var missing = Assert.Throws<EntryPointNotFoundException>(() => DarwinTraps.TryCall(library, ref frame));
            Assert.Equal($"There is no function '{function}' in a library of the tests, version 7.", missing.Message);
        }
    }

    [Fact]
    public void Looks_a_function_up_when_it_is_first_called()
    {
        var library = new RecordingLibrary(_ => true);
        Assert.Empty(library.Asked);
        TrapFrame frame = new(MachTrapNumbers.mach_reply_port);
        Assert.True(DarwinTraps.TryCall(library, ref frame));
        Assert.Equal(["mach_reply_port"], library.Asked);
    }

    [Fact]
    public void Knows_which_traps_may_sleep() =>
        Assert.Equal(
            [-90, -62, -61, -47, -39, -38, -37, -36, -32, -31],
            Facts.Traps.Keys.Where(DarwinTraps.MaySleep).Order());

    private static ulong Pattern(int register) => 0x8877_6655_9382_7160UL + ((ulong)register * 0x0101_0101_0101_0101UL);
}
