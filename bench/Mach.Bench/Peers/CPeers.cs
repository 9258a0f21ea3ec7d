using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>Peers written in C. They are compiled as shared libraries, so that they run in this process, turn by turn with ours.</summary>
internal static class CPeers
{
    private static readonly string[] Compilers = ["cc", "gcc", "clang"];

    /// <summary>Compiles the source of that name beside this program, unless that was done, and loads it.</summary>
    /// <exception cref="UnavailableException">It cannot be compiled here.</exception>
    public static nint Load(string name)
    {
        if (!OperatingSystem.IsLinux())
            throw new UnavailableException("the C peer needs Linux");
        var source = Path.Combine(AppContext.BaseDirectory, "peers", name + ".c");
        var library = Path.ChangeExtension(source, ".so");
        if (!File.Exists(library) || File.GetLastWriteTimeUtc(library) < File.GetLastWriteTimeUtc(source))
            Compile(source, library);
        return NativeLibrary.Load(library);
    }

    private static void Compile(string source, string library)
    {
        foreach (var compiler in Compilers)
        {
            var info = new ProcessStartInfo(compiler, ["-O2", "-std=gnu11", "-shared", "-fPIC", "-pthread", "-o", library, source]) { RedirectStandardError = true };
            try
            {
                using var process = Process.Start(info)!;
                var errors = process.StandardError.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == 0)
                    return;
                throw new UnavailableException($"{compiler} refused {Path.GetFileName(source)}: {errors.Split('\n')[0]}");
            }
            catch (Win32Exception)
            {
                // Not there: the next one may be.
            }
        }

        throw new UnavailableException("no C compiler for the C peer (cc, gcc or clang)");
    }
}
