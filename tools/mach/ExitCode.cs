namespace Mach.Tool;

/// <summary>What the process answers; the launcher adds 3 for a failed build.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
    public const int BuildFailed = 3;
}
