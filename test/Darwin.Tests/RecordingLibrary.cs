using System.Runtime.InteropServices;

namespace Mach.Darwin.Tests;

/// <summary>In the place of libSystem: functions that keep what they were called with, as C's calling convention hands it over.</summary>
internal sealed class RecordingLibrary : SystemLibrary
{
    /// <summary>How many arguments are looked at; those that a call does not have read as anything.</summary>
    public const int Looked = 12;

    private readonly Func<string, bool> _exports;
    private readonly List<Function> _kept = [];   // function pointers do not keep their delegates

    public RecordingLibrary(Func<string, bool> exports) => _exports = exports;

    public delegate ulong Function(
        ulong a0, ulong a1, ulong a2, ulong a3, ulong a4, ulong a5, ulong a6, ulong a7, ulong a8, ulong a9, ulong a10, ulong a11);

    public override string Description => "a library of the tests, version 7";

    /// <summary>Calls in their order.</summary>
    public List<(string Function, ulong[] Arguments)> Calls { get; } = [];

    /// <summary>Every name that was looked up.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>What each function answers.</summary>
    public ulong Answer { get; set; }

    protected override nint Load(string function)
    {
        Asked.Add(function);
        if (!_exports(function))
            return 0;
        Function code = (a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11) =>
        {
            lock (Calls)
                Calls.Add((function, [a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11]));
            return Answer;
        };
        _kept.Add(code);
        return Marshal.GetFunctionPointerForDelegate(code);
    }
}
