using System.Text.RegularExpressions;

namespace Mach.Architecture;

/// <summary>Sizes, names and places of source files.</summary>
public partial class FileTests
{
    private const int MostLines = 400;

    /// <summary>Files that may be longer, each with its reason. A list of constants is one idea however long it is.</summary>
    private static readonly Dictionary<string, string> MayBeLonger = new(StringComparer.Ordinal)
    {
        ["src/Mach.Abi/Types/message.cs"] = "Every constant and structure of one header, mach/message.h: a list.",
    };

    /// <summary>Where code may hold pointers, and why: it speaks to memory that the runtime does not own.</summary>
    private static readonly Dictionary<string, string> MayBeUnsafe = new(StringComparer.Ordinal)
    {
        ["src/Mach.Abi/Messages/"] = "the message codec",
        ["src/Mach.Abi/Mig/"] = "messages of generated stubs",
        ["src/Mach.Abi/Trap/"] = "arguments of generated stubs",
        ["src/Mach.Bootstrap/Raw/"] = "C's functions take C's pointers",
        ["src/Mach/Raw/"] = "C's functions take C's pointers",
        ["src/Mach/Messages/"] = "message buffers",
        ["src/Mach/Memory/"] = "memory handed out by the kernel",
        ["src/Mach/Waiting/"] = "the operating system waits on an address",
        ["src/Mach/Ports/PortCalls.cs"] = "results of traps are written to locals of the caller",
        ["src/Mach/Tasks/MachThread.cs"] = "a trap may point into the caller's stack, whose bounds it takes",
        ["src/Mach.Kernel/Memory/"] = "mappings",
        ["src/Mach.Wire/"] = "shared rings",
        ["src/Mach.Darwin/"] = "native calls",
        ["src/Mach.Emulation/"] = "guest memory",
        ["src/Mach.Native/"] = "C's functions take C's pointers",
    };

    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Utils", "Util", "Utility", "Utilities", "Common", "Misc"];

    [Fact]
    public void A_source_file_is_one_idea_and_at_most_400_lines()
    {
        var longer = Clone.With(".cs")
            .Select(file => (file, lines: File.ReadLines(Clone.Repository.At(file)).Count()))
            .Where(found => found.lines > MostLines && !MayBeLonger.ContainsKey(found.file))
            .Select(found => $"{found.file}: {found.lines}");
        Assert.Empty(longer);
    }

    [Fact]
    public void Every_exception_to_the_size_is_still_needed()
    {
        Assert.All(MayBeLonger, exception =>
        {
            Assert.True(File.Exists(Clone.Repository.At(exception.Key)), $"{exception.Key} is gone.");
            Assert.True(File.ReadLines(Clone.Repository.At(exception.Key)).Count() > MostLines, $"{exception.Key} is short enough now.");
            Assert.NotEmpty(exception.Value);
        });
    }

    [Fact]
    public void No_folder_and_no_type_has_a_name_that_says_nothing()
    {
        foreach (var file in Clone.With(".cs"))
        {
            foreach (var part in file.Split('/')[..^1])
                Assert.False(SaysNothing(part), $"{file}: folder {part}");
            foreach (var match in TypeDeclaration.Matches(Clone.Read(file)).Cast<Match>())
                Assert.False(SaysNothing(match.Groups["name"].Value), $"{file}: type {match.Groups["name"].Value}");
        }
    }

    [Fact]
    public void Unsafe_code_stays_in_its_folders()
    {
        var outside = Clone.With(".cs")
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && !MayBeUnsafe.Keys.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .Where(file => UnsafeWord.IsMatch(WithoutComments(Clone.Read(file))));
        Assert.Empty(outside);
    }

    [Fact]
    public void Nothing_is_left_unfinished()
    {
        // Put together here, so that this file does not hold the words itself.
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];
        var left = Clone.With(".cs").Where(file => marks.Any(mark => Regex.IsMatch(Clone.Read(file), $@"\b{mark}\b")));
        Assert.Empty(left);
    }

    [Fact]
    public void No_library_and_no_test_sleeps()
    {
        var word = "Thread." + "Sleep";
        Assert.DoesNotContain(Clone.With(".cs"), file => Clone.Read(file).Contains(word, StringComparison.Ordinal));
    }

    // A right name: the word stands at the end, or is all of the name ("Common", "PortManager", not "Commonly").
    private static bool SaysNothing(string name) =>
        EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || char.IsLower(name[^(word.Length + 1)]) || name[^(word.Length + 1)] is '.' or '_'));

    private static string WithoutComments(string source) => Comment.Replace(source, "");

    [GeneratedRegex(@"^\s*(?:\[[^\]]*\]\s*)*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)\s+(?<name>[A-Za-z_]\w*)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration { get; }

    [GeneratedRegex(@"\bunsafe\b|\bfixed\s*\(|\bstackalloc\b[^;]*\*")]
    private static partial Regex UnsafeWord { get; }

    [GeneratedRegex(@"//.*?$|/\*.*?\*/|""(?:\\.|[^""\\\n])*""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Comment { get; }
}
