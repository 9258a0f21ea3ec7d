namespace Mach.Testing;

/// <summary>How long the tests that repeat themselves go on: <c>./mach test --soak</c> makes them twenty times longer.</summary>
public static class Soak
{
    /// <summary>The environment variable by which the launcher asks for a long run.</summary>
    public const string Variable = "MACH_SOAK";

    /// <summary>True in a long run.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable(Variable) is "1";

    /// <summary>The number of repetitions: <paramref name="usual"/>, or twenty times that in a long run.</summary>
    public static int Times(int usual) => IsOn ? checked(usual * 20) : usual;
}
