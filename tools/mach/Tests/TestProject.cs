using System.Xml.Linq;

namespace Mach.Tool.Tests;

/// <summary>A project under test/ that is an xunit executable.</summary>
/// <param name="Name">The project's name, which names its output folder and its result file too.</param>
/// <param name="Assembly">Where its build leaves it.</param>
internal sealed record TestProject(string Name, string Assembly)
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<TestProject> All(Repository repository)
    {
        var found = new List<TestProject>();
        foreach (var path in Directory.EnumerateFiles(repository.At("test"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var project = XDocument.Load(path);
            if (!project.Descendants("PackageReference").Any(reference => (string?)reference.Attribute("Include") is "xunit.v3"))
                continue;
            var name = Path.GetFileNameWithoutExtension(path);
            var assembly = project.Descendants("AssemblyName").FirstOrDefault()?.Value ?? name;
            found.Add(new TestProject(name, Path.Combine(repository.Output(name), assembly + ".dll")));
        }

        return found;
    }
}
