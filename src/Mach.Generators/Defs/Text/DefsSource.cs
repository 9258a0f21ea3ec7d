namespace Mach.Generators;

/// <summary>A text to compile, and what it is called.</summary>
internal sealed record DefsSource(string Path, string Text);

/// <summary>Finds what <c>#include</c> names.</summary>
/// <param name="name">As written between the quotes or angles.</param>
/// <param name="angled">Between angles: not looked for beside the file that names it.</param>
/// <param name="from">The path of the file that names it.</param>
/// <returns>Null when there is no such file.</returns>
internal delegate DefsSource? IncludeResolver(string name, bool angled, string from);
