using System.Text;

namespace Mach.Generators.Tests;

/// <summary>Whatever a .defs file says, the compiler comes to an end, throws nothing, and either makes an interface or complains.</summary>
public class Random_defs
{
    private static readonly string[] _words =
    [
        "subsystem", "s", "1000", ";", "routine", "simpleroutine", "f", "g", "(", ")", "(", ")", ":", "int", "mach_port_t", "in", "out", "inout",
        "requestport", "type", "x", "=", "array", "[", "]", "*", ":", "4", "of", "^", "struct", "c_string", "MACH_MSG_TYPE_COPY_SEND", "|",
        "polymorphic", ",", "dealloc", "countinout", "samecount", "skip", "import", "<a.h>", "\"", "'", "\n", "\n", "#", "#if", "#else",
        "#endif", "#define", "A", "A(", "#include", "<mach/std_types.defs>", "##", "/*", "*/", "//", "\\\n", "\u20ac", "99999999999999999999", "-",
        "+", "/", "0", "intran", "destructor", "ctype", "waittime", "userprefix", "ServerAuditToken", "msgoption", "#line", "#elif", "defined", "?",
    ];

    private const string Whole =
        """
        #ifndef ONCE
        #define ONCE
        #define MANY(n) array[*:n * 2] of
        #if defined(ONCE) && (1 + 2 * 3 == 7 || !ONCE)
        #include <mach/std_types.defs>
        #endif
        #endif
        subsystem KernelServer whole 2000;
        serverprefix do_; userprefix ask_; import <a/b.h>; rcsid "x";
        type text_t = c_string[*:32];
        type pair_t = struct[2] of int ctype: pair_t intran: pair_t in_pair(int) destructor: gone(pair_t);
        type pairs_t = MANY(8) pair_t;
        type ports_t = ^array[] of mach_port_t;
        routine first(requestport p : mach_port_t; in a : int; inout b : pair_t; out c : pairs_t, countinout);
        skip 2;
        simpleroutine second(p : mach_port_t; t : text_t; q : ports_t, dealloc; r : mach_port_make_send_t);
        routine third(p : mach_port_t; d : own_t = array[3] of char; out e : pointer_t, dealloc);
        """;

    [Fact]
    public void Of_words_never_break_the_compiler()
    {
        var random = new Random(20250501);
        for (var i = 0; i < 3_000; i++)
        {
            var text = new StringBuilder(random.Next(3) == 0 ? "subsystem s 1000;\n#include <mach/std_types.defs>\n" : "");
            for (var words = random.Next(60); words > 0; words--)
                text.Append(_words[random.Next(_words.Length)]).Append(random.Next(4) == 0 ? "" : " ");
            Ends(text.ToString());
        }
    }

    [Fact]
    public void Changes_of_a_right_one_never_break_the_compiler()
    {
        _ = DefsText.Compile(Whole);
        var random = new Random(11417);
        for (var i = 0; i < 3_000; i++)
        {
            var text = new StringBuilder(Whole);
            for (var changes = random.Next(4); changes >= 0; changes--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0:
                        text.Remove(at, Math.Min(random.Next(12), text.Length - at));
                        break;
                    case 1:
                        text.Insert(at, _words[random.Next(_words.Length)]);
                        break;
                    case 2:
                        text[at] = (char)random.Next(1, 256);
                        break;
                    default:
                        text.Insert(at, text.ToString(at, Math.Min(random.Next(40), text.Length - at)));
                        break;
                }
            }
            Ends(text.ToString());
        }
    }

    [Theory]
    [InlineData("type x = ", "^")]
    [InlineData("type x = ", "array[1] of ")]
    [InlineData("type x = array[", "(")]
    [InlineData("#if ", "(")]
    [InlineData("#if ", "!")]
    [InlineData("#if ", "1 ? ")]
    [InlineData("#define F(x) x\n", "F(")]
    [InlineData("routine f", "(")]
    [InlineData("", "#if 1\n")]
    [InlineData("", "/*")]
    public void However_deeply_nested_comes_to_an_end(string head, string again) =>
        Ends(head + string.Concat(Enumerable.Repeat(again, 20_000)));

    private static void Ends(string text)
    {
        var output = DefsText.Compile(text);
        Assert.True(output.Interface is null || output.Diagnostics.All(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Warning), text);
        foreach (var complaint in output.Diagnostics)
            Assert.False(string.IsNullOrEmpty(complaint.GetMessage(null)), text);
    }
}
