using Mach.Tool;
using Mach.Tool.Probe;

namespace Mach.Abi.Tests.Probe;

/// <summary><c>mach abi probe</c> on headers of our own, with whatever C compiler there is.</summary>
public sealed class The_probe : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("mach-probe-tests-");

    public static TheoryData<string> Targets => [.. ClaimList.Targets];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Finds_nothing_in_headers_that_say_the_same(string target)
    {
        var results = await Run("right", target);
        Assert.Equal(["mach/boolean.h", "mach/clock_types.h", "mach/mach_time.h", "mach/vm_inherit.h"], results.Where(result => result.IsThere).Select(result => result.Header));
        Assert.All(results, result => Assert.Null(result.Broken));
        Assert.Empty(Texts(results));
        Assert.True(results.Count(result => !result.IsThere) > 50);
    }

    [Fact]
    public async Task Tells_each_value_size_offset_and_prototype_that_differs()
    {
        var texts = Texts(await Run("wrong", "macos-arm64")).ToArray();
        Assert.Equal(
            [
                "VM_INHERIT_NONE is 2, in these headers 7",
                "VM_INHERIT_DONATE_COPY is 3, and these headers do not have it",
                "VM_INHERIT_DEFAULT is 1, in these headers 0",
                "VM_INHERIT_LAST_VALID is 2, in these headers 4294967294",
                "((vm_inherit_t)-1 < 0) is 0, in these headers 1",
            ],
            texts.Where(text => text.Contains("INHERIT", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("sizeof(struct mach_timebase_info) is 8, in these headers 16", texts);
        Assert.Contains("_Alignof(struct mach_timebase_info) is 4, in these headers 8", texts);
        Assert.Contains("__builtin_offsetof(struct mach_timebase_info, denom) is 4, in these headers 8", texts);
        Assert.Contains("sizeof(((struct mach_timebase_info *)0)->denom) is 4, in these headers 8", texts);
        Assert.Single(texts, text => text.StartsWith("mach_wait_until is kern_return_t mach_wait_until(uint64_t); ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_which_header_cannot_be_compiled_and_counts_nothing_of_it()
    {
        var results = await Run("wrong", "macos-x86_64");
        var broken = Assert.Single(results, result => result.Broken is not null);
        Assert.Equal("mach/boolean.h", broken.Header);
        Assert.Contains("boolean.h:2: ", broken.Broken, StringComparison.Ordinal);
        Assert.Contains("this one cannot be compiled", broken.Broken, StringComparison.Ordinal);
        Assert.Empty(broken.Compared);
    }

    [Theory]
    [InlineData("right", 0)]
    [InlineData("wrong", 1)]
    public async Task Reports_in_words_and_by_its_exit_code(string headers, int code)
    {
        var results = await Run(headers, "ios-arm64");
        using var output = new StringWriter();
        var report = new ProbeReport(results, null);
        Assert.Equal(code, report.Write(output, json: false));
        var lines = output.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(report.Summary, lines[^1]);
        Assert.Contains("not there: ", lines[^2], StringComparison.Ordinal);
        Assert.Contains($"differences {Texts(results).Count()}", report.Summary, StringComparison.Ordinal);
        Assert.Contains(headers == "right" ? "mach/boolean.h: 2, equal" : "mach/vm_inherit.h: 8, 5 different", lines);
    }

    [Fact]
    public async Task Writes_C_that_compiles_alone_with_whichever_headers_there_are()
    {
        var text = ProbeSource.All("macos-arm64", Claims("macos-arm64"));
        var (errors, elsewhere) = await (await Compiler("right", "macos-arm64")).CheckAsync(text, TestContext.Current.CancellationToken);
        Assert.Empty(errors);
        Assert.Null(elsewhere);
    }

    [Fact]
    public async Task Says_what_is_missing()
    {
        var compiler = await Assert.ThrowsAsync<ToolException>(() => ProbeCompiler.FindAsync("no-such-compiler", Headers("right"), "macos-arm64", _scratch.FullName, TestContext.Current.CancellationToken));
        Assert.Contains("there is no compiler 'no-such-compiler' here: install clang", compiler.Message, StringComparison.Ordinal);
        var missing = Path.Combine(_scratch.FullName, "missing");
        var folder = await Assert.ThrowsAsync<ToolException>(() => ProbeCompiler.FindAsync("no-such-compiler", missing, "macos-arm64", _scratch.FullName, TestContext.Current.CancellationToken));
        Assert.Equal($"there is no folder {missing}", folder.Message);
        var nothing = await Run(".", "macos-arm64");
        Assert.Equal("none of Mach's headers is in that folder", Assert.Throws<ToolException>(() => new ProbeReport(nothing, null).Write(TextWriter.Null, json: false)).Message);
    }

    [Fact]
    public void Speaks_of_every_kind_and_of_each_target_s_own_numbers()
    {
        foreach (var target in ClaimList.Targets)
        {
            var claims = Claims(target).SelectMany(header => header).ToArray();
            Assert.Equal(Enum.GetValues<ClaimKind>(), claims.Select(claim => claim.Kind).Distinct().Order());
            Assert.True(claims.Length > 3500, $"{claims.Length}");
            Assert.Equal(target == "macos-x86_64" ? "5" : "18", claims.Single(claim => claim.Name == "TASK_BASIC_INFO").Ours);
            Assert.Equal(target == "macos-x86_64", claims.Any(claim => claim.Header == "mach/i386/thread_status.h"));
        }
    }

    public void Dispose() => _scratch.Delete(recursive: true);

    private static string Headers(string name) => Path.Combine(Reference.Root, "test", "Abi.Tests", "Headers", name);

    private static IEnumerable<string> Texts(IEnumerable<HeaderResult> results) => results.SelectMany(result => result.Differences).Select(difference => difference.Text);

    private static List<IGrouping<string, Claim>> Claims(string target) =>
        [.. ClaimList.Make(Reference.Root, target, Catalogue.Rows.Select(row => row.Symbol).ToHashSet()).GroupBy(claim => claim.Header).OrderBy(header => header.Key, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<HeaderResult>> Run(string headers, string target) =>
        await ProbeRun.RunAsync(await Compiler(headers, target), Claims(target), TestContext.Current.CancellationToken);

    private async Task<ProbeCompiler> Compiler(string headers, string target)
    {
        foreach (var program in (string[])["clang", "clang-19", "clang-18", "clang-17", "clang-16", "clang-15", "clang-14", "gcc"])
        {
            try
            {
                return await ProbeCompiler.FindAsync(program, Headers(headers), target, _scratch.FullName, TestContext.Current.CancellationToken);
            }
            catch (ToolException)
            {
            }
        }

        Assert.Skip("There is no C compiler here: neither clang nor gcc.");
        return null!;
    }
}
