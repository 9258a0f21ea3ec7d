using System.Diagnostics;

namespace Mach.Architecture;

/// <summary>Files that a fresh clone needs in order to start.</summary>
public class LauncherTests
{
    [Theory]
    [InlineData("mach")]
    [InlineData(".ci/run")]
    public void A_script_can_be_started(string script)
    {
        Assert.StartsWith("#!/bin/sh\n", Clone.Read(script), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(Clone.Repository.At(script)).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void Without_an_SDK_the_launcher_says_how_to_get_one()
    {
        Assert.SkipUnless(File.Exists("/bin/sh") && !File.Exists("/usr/local/share/dotnet/dotnet"), "This system has no sh, or an SDK where the launcher always finds it.");
        var info = new ProcessStartInfo("/bin/sh", [Clone.Repository.At("mach"), "help"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        info.Environment.Clear();
        info.Environment["PATH"] = "/nonexistent";
        using var launcher = Process.Start(info)!;
        var said = launcher.StandardError.ReadToEnd();
        launcher.WaitForExit();
        Assert.Equal(2, launcher.ExitCode);
        Assert.Contains("no .NET 10 SDK", said, StringComparison.Ordinal);
        Assert.Contains("https://dotnet.microsoft.com", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Continuous_integration_runs_the_tests_through_the_launcher() =>
        Assert.Contains("./mach test", Clone.Read(".ci/run"), StringComparison.Ordinal);
}
