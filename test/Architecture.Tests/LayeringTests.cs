using System.Xml.Linq;

namespace Mach.Architecture;

/// <summary>Who may know whom. The table is the design; the project files are read, not the assemblies.</summary>
public class LayeringTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Mach.RawPort"] = [],
        ["Mach.Generators"] = [],
        ["Mach.Analyzers"] = [],
        ["Mach.CodeFixes"] = ["Mach.Analyzers"],
        ["Mach.Abi"] = ["Mach.RawPort"],
        ["Mach"] = ["Mach.Abi", "Mach.RawPort"],
        ["Mach.Kernel"] = ["Mach.Abi", "Mach.RawPort"],
        ["Mach.Darwin"] = ["Mach.Abi", "Mach.RawPort"],
        ["Mach.Wire"] = ["Mach.Abi", "Mach.RawPort"],
        ["Mach.Emulation"] = ["Mach.Abi", "Mach.RawPort"],
        ["Mach.Bsd"] = ["Mach.Abi", "Mach.Kernel"],
        ["Mach.Bootstrap"] = ["Mach", "Mach.Abi"],
        ["Mach.Xpc"] = ["Mach", "Mach.Abi"],
        ["Mach.IOKit"] = ["Mach", "Mach.Abi"],
    };

    public static TheoryData<string> Libraries => [.. Clone.With(".csproj").Where(file => file.StartsWith("src/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_references_only_what_the_layering_table_allows(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        if (name is "Mach.Native")
            return;
        Assert.True(Allowed.ContainsKey(name), $"{name} has no row in the layering table: say first what it may know.");
        Assert.Empty(References(project).Except(Allowed[name]));
    }

    [Fact]
    public void User_space_and_the_kernel_do_not_know_each_other()
    {
        string[] user = ["Mach", "Mach.Bootstrap", "Mach.Xpc", "Mach.IOKit", "Mach.Wire", "Mach.Darwin", "Mach.Emulation"];
        foreach (var project in Libraries.Select(row => row.Data))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            if (user.Contains(name))
                Assert.DoesNotContain("Mach.Kernel", References(project));
            if (name is "Mach.Kernel")
                Assert.Empty(References(project).Intersect(user));
        }
    }

    [Fact]
    public void RawPort_depends_on_nothing_but_the_framework()
    {
        var project = XDocument.Load(Clone.Repository.At("src/Mach.RawPort/Mach.RawPort.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("ProjectReference"));
    }

    [Fact]
    public void Libraries_bring_no_package_along()
    {
        foreach (var project in Libraries.Select(row => row.Data))
        {
            var brought = XDocument.Load(Clone.Repository.At(project)).Descendants("PackageReference")
                .Where(reference => (string?)reference.Attribute("PrivateAssets") is not "all")
                .Select(reference => (string?)reference.Attribute("Include"));
            Assert.Empty(brought);
        }
    }

    [Fact]
    public void The_solution_lists_every_project()
    {
        var listed = XDocument.Load(Clone.Repository.At("Mach.slnx")).Descendants("Project").Select(project => (string)project.Attribute("Path")!);
        Assert.Equal(Clone.With(".csproj").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_versions_stand_in_one_place()
    {
        foreach (var project in Clone.With(".csproj"))
            Assert.DoesNotContain(XDocument.Load(Clone.Repository.At(project)).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null);
    }

    // An analyzer is no reference: nothing of it is there at run time.
    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Clone.Repository.At(project)).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("OutputItemType") is not "Analyzer")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
}
