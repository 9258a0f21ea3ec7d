using Microsoft.CodeAnalysis;

namespace Mach.Tool.Mig;

/// <summary>Reads the files of <c>mach mig</c>, writes what is made of them, and says what is wrong.</summary>
internal sealed class MigFiles(string? folder)
{
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: {failure.Message}", ExitCode.WrongUse);
        }
    }

    /// <summary>Writes a file into the folder, or prints it when there is none.</summary>
    public void Write(string name, string text)
    {
        if (folder is null)
        {
            Console.Out.Write(text);
            return;
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        Console.Out.WriteLine($"wrote {path}");
    }

    /// <summary>Prints complaints as compilers do.</summary>
    /// <returns>Whether one of them is an error.</returns>
    public static bool Report(IEnumerable<Diagnostic> diagnostics)
    {
        var failed = false;
        foreach (var diagnostic in diagnostics)
        {
            var place = diagnostic.Location.GetLineSpan();
            var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
            failed |= diagnostic.Severity == DiagnosticSeverity.Error;
            Console.Error.WriteLine($"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {severity} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return failed;
    }
}
