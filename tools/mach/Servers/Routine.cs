using System.Text.Json.Serialization;

namespace Mach.Tool.Servers;

/// <summary>What the last test run says about a routine.</summary>
internal enum RoutineState
{
    /// <summary>No passing test was answered by it, and nothing says why.</summary>
    Missing,

    /// <summary>It answered a passing test with <c>KERN_SUCCESS</c>, by message or by the trap that does the same.</summary>
    Served,

    /// <summary>The kernel says why it does not serve it, and refused it in a passing test.</summary>
    Refused,
}

/// <summary>A routine that XNU's kernel dispatches, or that this kernel serves besides.</summary>
/// <param name="Subsystem">Its MIG subsystem.</param>
/// <param name="Id">The number of its request.</param>
/// <param name="Name">Its name.</param>
internal sealed record Routine(string Subsystem, int Id, string Name)
{
    /// <summary>Why the kernel does not serve it; null when it does not say so.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason stands for the subsystem as a whole.</summary>
    [JsonIgnore]
    public bool RefusedAsAWhole { get; init; }

    /// <summary>Passing tests in which it succeeded.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Succeeded { get; init; } = [];

    /// <summary>Passing tests in which it answered with another code.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Failed { get; init; } = [];

    /// <summary>How many passing tests it served.</summary>
    public int Tests => Succeeded.Count;

    /// <summary>Served, refused or missing.</summary>
    public RoutineState State =>
        Reason is null ? Succeeded.Count > 0 ? RoutineState.Served : RoutineState.Missing
        : Failed.Count > 0 && Succeeded.Count == 0 ? RoutineState.Refused
        : RoutineState.Missing;

    /// <summary>What does not fit: a reason for refusing what succeeded, or one that no test has seen to be true.</summary>
    public string? Doubt =>
        Reason is null ? null
        : Succeeded.Count > 0 ? $"said to be refused ({Reason}), and succeeded in {Succeeded[0]}"
        : Failed.Count == 0 ? $"said to be refused ({Reason}), and no passing test asked for it"
        : null;
}
