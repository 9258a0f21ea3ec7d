using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mach.Generators;

/// <summary>From the text of a .defs file to the model that the interfaces of C# have too.</summary>
internal static class DefsCompiler
{
    /// <summary>What MIG's front tells the preprocessor of a 64-bit Darwin.</summary>
    private static readonly string[] _defined = ["__MACH30__", "__APPLE__", "__MACH__", "__LP64__", "__LITTLE_ENDIAN__"];

    /// <summary>Reads a file and gives it its meaning.</summary>
    /// <returns>The subsystem, null when the file declares types only or something is wrong; and what is wrong.</returns>
    public static (DefsSubsystem? Subsystem, DefsComplaints Complaints, IReadOnlyList<string> Files) Read(
        DefsSource source, IEnumerable<string> defines, IncludeResolver resolver)
    {
        var complaints = new DefsComplaints();
        var preprocessor = new Preprocessor((name, angled, from) => resolver(name, angled, from) ?? StandardFiles.Find(name), complaints);
        foreach (var name in _defined)
            preprocessor.Define(name);
        foreach (var definition in defines)
        {
            if (definition.StartsWith("-", StringComparison.Ordinal))
                preprocessor.Undefine(definition.Substring(1));
            else if (!preprocessor.Define(definition))
                complaints.Add(Diagnostics.DefsPreprocessing, new(source.Path, 1, 1, 0, 0), $"'{definition}' defines no name");
        }
        var tokens = preprocessor.Run(source);
        // What is missing for want of a file or a macro would only lead to more complaints.
        var file = complaints.Any ? null : new DefsParser(tokens, complaints).File(source.Path);
        var subsystem = file is null || complaints.Any ? null : new DefsBinder(complaints).Bind(file);
        return (subsystem, complaints, preprocessor.Files);
    }

    /// <summary>Writes the subsystem as an interface, and reads that as any other interface is read.</summary>
    public static (WrittenInterface? Interface, Parsed<MigSubsystemModel> Parsed) Compile(
        DefsSubsystem subsystem, InterfaceNaming naming, string file, Compilation compilation, CSharpParseOptions options, CancellationToken cancellation)
    {
        var complaints = new DefsComplaints();
        var written = new InterfaceWriter(subsystem, naming, new(compilation, naming.Namespace, options), complaints).Write(file);
        if (complaints.Any)
            return (null, new(null, complaints.ToEquatable()));
        var tree = CSharpSyntaxTree.ParseText(written.Text, options, cancellationToken: cancellation);
        var complete = compilation.AddSyntaxTrees(tree);
        if (complete.GetTypeByMetadataName(written.Name) is not { } type || type.DeclaringSyntaxReferences.Length > 1)
            return (null, Failed(subsystem.Place, Diagnostics.NameTaken, written.Name, "the interface of the .defs file", "a type of the project"));
        var parsed = MigReader.Read(type, complete);
        if (parsed.Complaints.Count != 0)
            return (null, new(null, parsed.Complaints.Select(c => Moved(c, written)).ToEquatable()));
        // What the reader leaves to the compiler: names that mean something else in this project.
        var wrong = complete.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellation).FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        if (wrong is null)
            return (written, parsed);
        var place = Place(wrong.Location.GetLineSpan().StartLinePosition.Line, written);
        return (null, Failed(place, Diagnostics.DefsSubsystem, wrong.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Parsed<MigSubsystemModel> Failed(DefsPlace place, DiagnosticDescriptor descriptor, params string[] arguments) =>
        new(null, new[] { new DiagnosticInfo(descriptor, place.ToPlace(), arguments.ToEquatable()) }.ToEquatable());

    /// <summary>A complaint about the interface, at the place of the .defs file that the line comes from.</summary>
    private static DiagnosticInfo Moved(DiagnosticInfo complaint, WrittenInterface written) =>
        complaint with { Place = Place(complaint.Place?.Lines.Start.Line ?? 0, written).ToPlace() };

    private static DefsPlace Place(int line, WrittenInterface written) =>
        written.Places.Count == 0 ? default : written.Places[Math.Min(line, written.Places.Count - 1)];
}
