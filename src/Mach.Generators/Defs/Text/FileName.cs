using System.Text;

namespace Mach.Generators;

/// <summary>The name of a file among tokens: between quotes or angles.</summary>
internal static class FileName
{
    /// <summary>Reads the name that begins at a token.</summary>
    /// <returns>The name, whether between angles, and the index of the token behind it; null when there is no name.</returns>
    public static (string Name, bool Angled, int Next)? Read(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count)
            return null;
        if (tokens[at].Kind == TokenKind.String)
            return tokens[at].Text.Length == 0 ? null : (tokens[at].Text, false, at + 1);
        if (!tokens[at].Is("<"))
            return null;
        var name = new StringBuilder();
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != TokenKind.End && !tokens[i].Is(";"); i++)
        {
            if (tokens[i].Is(">"))
                return name.Length == 0 ? null : (name.ToString(), true, i + 1);
            if (tokens[i].Spaced && i != at + 1)
                name.Append(' ');
            name.Append(tokens[i].Text);
        }
        return null;
    }
}
