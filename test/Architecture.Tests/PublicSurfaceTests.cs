using Mach.Tool.Api;

namespace Mach.Architecture;

/// <summary>docs/api is the public surface as it was reviewed.</summary>
public class PublicSurfaceTests
{
    public static TheoryData<string> Libraries => [.. ApiCommand.Libraries(Clone.Repository)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_one_that_was_reviewed(string library)
    {
        var path = ApiCommand.PathFor(Clone.Repository, library);
        Assert.True(File.Exists(path), $"docs/api/{library}.txt is missing: run ./mach api and review it.");
        var reviewed = File.ReadAllText(path).Split('\n');
        var built = ApiCommand.Describe(library).Split('\n');
        var added = built.Except(reviewed).Select(line => "+ " + line);
        var removed = reviewed.Except(built).Select(line => "- " + line);
        Assert.True(reviewed.SequenceEqual(built), $"The surface of {library} changed. If that is meant, run ./mach api and review the change.\n{string.Join('\n', added.Concat(removed).Take(40))}");
    }

    [Fact]
    public void The_page_of_invariants_is_the_one_that_was_reviewed() =>
        Assert.Equal(InvariantList.Describe(Clone.Repository), Clone.Read("docs/invariants.md"));
}
