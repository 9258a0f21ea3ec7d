namespace Mach.Generators;

/// <summary>A macro.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Null when it is called without parentheses.</param>
/// <param name="Variadic">Further arguments are <c>__VA_ARGS__</c>.</param>
/// <param name="Body">What it stands for.</param>
internal sealed record Macro(string Name, IReadOnlyList<string>? Parameters, bool Variadic, IReadOnlyList<Token> Body)
{
    /// <summary>Whether a second definition says the same.</summary>
    public bool SameAs(Macro other) =>
        Variadic == other.Variadic && (Parameters is null) == (other.Parameters is null) &&
        (Parameters ?? []).SequenceEqual(other.Parameters ?? [], StringComparer.Ordinal) &&
        Body.Select(t => (t.Kind, t.Text)).SequenceEqual(other.Body.Select(t => (t.Kind, t.Text)));
}
