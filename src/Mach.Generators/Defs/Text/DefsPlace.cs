using Microsoft.CodeAnalysis.Text;

namespace Mach.Generators;

/// <summary>A place in a .defs file: line and column counted from 1, as line markers say if there are any.</summary>
internal readonly record struct DefsPlace(string Path, int Line, int Column, int Offset, int Length)
{
    public Place ToPlace()
    {
        var start = new LinePosition(Math.Max(Line - 1, 0), Math.Max(Column - 1, 0));
        return new(Path, new TextSpan(Offset, Length), new(start, new(start.Line, start.Character + Length)));
    }
}
