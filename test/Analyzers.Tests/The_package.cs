using System.Diagnostics;
using System.IO.Compression;

namespace Mach.Analyzers.Tests;

/// <summary>What <c>dotnet pack</c> makes, and what a project that uses it is told.</summary>
public sealed class The_package : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mach-package");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Brings_the_analyzers_along_and_they_speak_in_the_project_that_uses_it()
    {
        var feed = _folder.CreateSubdirectory("feed").FullName;
        foreach (var library in new[] { "Mach.RawPort", "Mach.Abi", "Mach" })
            Run(Sources.Root, "pack", Path.Combine(Sources.Root, "src", library, library + ".csproj"), "--no-build", "-c", Configuration, "-o", feed, "-v", "q", "-nologo");
        using (var package = ZipFile.OpenRead(Path.Combine(feed, "Mach.0.1.0.nupkg")))
        {
            Assert.Equal(
                ["Mach.Analyzers.dll", "Mach.CodeFixes.dll"],
                package.Entries.Where(e => e.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)).Select(e => e.Name).Order(StringComparer.Ordinal));
            Assert.Contains(package.Entries, e => e.FullName == Rules.Page);
            Assert.Contains(package.Entries, e => e.FullName == "lib/net10.0/Mach.dll");
        }

        var consumer = _folder.CreateSubdirectory("consumer").FullName;
        File.WriteAllText(Path.Combine(consumer, "nuget.config"), $"""
            <configuration><config><add key="globalPackagesFolder" value="packages" /></config>
            <packageSources><clear /><add key="local" value="{feed}" /></packageSources></configuration>
            """);
        File.WriteAllText(Path.Combine(consumer, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(consumer, "Consumer.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Library</OutputType></PropertyGroup>
              <ItemGroup><PackageReference Include="Mach" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(consumer, "Code.cs"), """
            using Mach;
            public static class Code
            {
                public static void Leak(ReceiveRight port) => port.MakeSend();
            }
            """);
        var said = Run(consumer, "build", "Consumer.csproj", "-nologo", "-v", "q", "-p:RunAnalyzers=true");
        Assert.Contains("warning MACH001", said, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8032", said, StringComparison.Ordinal);
    }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string Run(string folder, params string[] arguments)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        info.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(info)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
        return said;
    }
}
