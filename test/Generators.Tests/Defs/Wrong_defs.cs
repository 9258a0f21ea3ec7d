using Microsoft.CodeAnalysis;

namespace Mach.Generators.Tests;

/// <summary>What is wrong with a .defs file is said once, at its line and column.</summary>
public class Wrong_defs
{
    private const string Head = "subsystem s 1000;\n#include <mach/std_types.defs>\n";

    public static TheoryData<string, string, int, int, string> Rows => new()
    {
        // The preprocessor.
        { "MACHG040", "#include <none.defs>\n", 1, 10, "there is no file 'none.defs'" },
        { "MACHG040", "#include none\n", 1, 2, "#include needs a file" },
        { "MACHG040", "#if 1\n\n#else\n", 1, 2, "#if has no #endif" },
        { "MACHG040", "\n #endif\n", 2, 3, "#endif without #if" },
        { "MACHG040", "#else\n", 1, 2, "#else without #if" },
        { "MACHG040", "#ifdef A\n#else\n#elif 1\n#endif\n", 3, 2, "#elif after #else" },
        { "MACHG040", "#if 1 +\n#endif\n", 1, 2, "not complete" },
        { "MACHG040", "#if 4 / (2 - 2)\n#endif\n", 1, 15, "division by zero" },
        { "MACHG040", "#if defined\n#endif\n", 1, 5, "'defined' needs a name" },
        { "MACHG040", "#if (1\n#endif\n", 1, 2, "')' is missing" },
        { "MACHG040", "#if \"a\"\n#endif\n", 1, 5, "is no number" },
        { "MACHG040", "#error no luck  here\n", 1, 2, "#error no luck here" },
        { "MACHG040", "#florb\n", 1, 2, "there is no directive #florb" },
        { "MACHG040", "#define\n", 1, 2, "#define needs a name" },
        { "MACHG040", "#define F(a, a) a\n", 1, 10, "not a list of names" },
        { "MACHG040", "#define A 1\n#define A 2\n", 2, 9, "another definition" },
        { "MACHG040", "#define F(a, b) a b\ntype x = F(int);\n", 2, 10, "takes 2 arguments, not 1" },
        { "MACHG040", "#define F(a) a\ntype x = F(int;\n", 2, 10, "does not end" },
        { "MACHG040", "#define F(a) a ## -\nF(b)\n", 2, 1, "do not make one token" },
        { "MACHG040", "type /* never\nends", 1, 6, "the comment does not end" },
        { "MACHG040", "#line \"x\"\n", 1, 7, "a line marker needs a number" },
        { "MACHG047", "#warning old\n", 1, 2, "#warning old" },

        // The language.
        { "MACHG041", "type x int;\n", 1, 8, "'=' is expected, not 'int'" },
        { "MACHG041", "type x = ;\n", 1, 10, "a type is expected, not ';'" },
        { "MACHG041", "type x = int\n", 2, 1, "';' is expected, not the end of the file" },
        { "MACHG041", "type x = array[0] of int;\n", 1, 16, "0 is no number of elements" },
        { "MACHG041", "type x = array[5/0] of int;\n", 1, 16, "has no value" },
        { "MACHG041", "type x = array[4 int;\n", 1, 18, "']' is expected" },
        { "MACHG041", "type x = array[4] int;\n", 1, 19, "'of' is expected" },
        { "MACHG041", "type x = c_string[*];\n", 1, 20, "a string needs a limit" },
        { "MACHG041", "type x = MACH_MSG_TYPE_FISH;\n", 1, 10, "no kind of IPC" },
        { "MACHG041", "type x = (MACH_MSG_TYPE_CHAR, 8, boiled);\n", 1, 34, "'boiled' is no flag" },
        { "MACHG041", "type x = int colour: red;\n", 1, 14, "says nothing of a type" },
        { "MACHG041", "florb x;\n", 1, 1, "'florb' begins no statement" },
        { "MACHG041", "subsystem s;\n", 1, 12, "a number is expected" },
        { "MACHG041", "function f();\n", 1, 1, "a function returns a value" },
        { "MACHG041", "import mach;\n", 1, 8, "a file between quotes or angles" },
        { "MACHG041", "rcsid x;\n", 1, 7, "a string is expected" },
        { "MACHG041", "waittime ;\n", 1, 10, "an expression is expected" },
        { "MACHG041", "ConsumeOnSendError perhaps;\n", 1, 20, "'none', 'timeout' or 'any'" },
        { "MACHG041", Head + "routine f(a : mach_port_t b : int);\n", 3, 27, "';' or ')' is expected, not 'b'" },
        { "MACHG041", Head + "routine f(upwards a : mach_port_t);\n", 3, 11, "'upwards' is no direction" },
        { "MACHG041", Head + "routine f(a : array[3] of int);\n", 3, 15, "an argument's type has a name" },
        { "MACHG041", "type x = \u20ac;\n", 1, 10, "a type is expected" },

        // The meaning.
        { "MACHG042", "subsystem a 1;\nsubsystem b 2;\n", 2, 11, "declares subsystem 'a' already" },
        { "MACHG042", "#include <mach/std_types.defs>\nroutine f(p : mach_port_t);\n", 2, 9, "no subsystem is declared" },
        { "MACHG042", "subsystem s 4000000000;\n", 1, 11, "is no message id" },
        { "MACHG042", Head + "skip 101;\n", 3, 1, "at most 100 routines" },
        { "MACHG043", "type x = nothing;\n", 1, 10, "type 'nothing' is not declared" },
        { "MACHG043", "type x = MACH_MSG_TYPE_CHAR;\ntype x = MACH_MSG_TYPE_INTEGER_32;\n", 2, 6, "declared already" },
        { "MACHG043", "type x = (MACH_MSG_TYPE_COPY_SEND, 64);\n", 1, 10, "a right has 32 bits" },
        { "MACHG043", "type x = MACH_MSG_TYPE_MOVE_SEND | MACH_MSG_TYPE_PORT_SEND_ONCE;\n", 1, 10, "does not arrive that way" },
        { "MACHG043", "type x = MACH_MSG_TYPE_MOVE_SEND | MACH_MSG_TYPE_CHAR;\n", 1, 10, "different kinds" },
        { "MACHG043", "type x = MACH_MSG_TYPE_UNSTRUCTURED;\n", 1, 10, "needs a size in bits" },
        { "MACHG043", "type x = struct[2] of MACH_MSG_TYPE_COPY_SEND;\n", 1, 10, "a structure cannot hold rights" },
        { "MACHG043", "type x = array[4] of array[*:4] of MACH_MSG_TYPE_CHAR;\n", 1, 10, "must have a fixed size" },
        { "MACHG043", "type x = array[99999999] of MACH_MSG_TYPE_CHAR;\n", 1, 10, "do not fit into a message" },
        { "MACHG043", "type x = ^MACH_MSG_TYPE_COPY_SEND;\n", 1, 10, "never out of line" },
        { "MACHG043", "type x = PointerTo(int);\n", 1, 10, "a pointer within one process" },
        { "MACHG044", Head + "routine f();\n", 3, 9, "has no port to send to" },
        { "MACHG044", Head + "routine f(p : mach_port_t);\nroutine f(p : mach_port_t);\n", 4, 9, "'f' is declared already" },
        { "MACHG045", Head + "routine f(p : int);\n", 3, 11, "'p' must be a port" },
        { "MACHG045", Head + "routine f(p : mach_port_t; p : int);\n", 3, 28, "'p' is declared already" },
        { "MACHG045", Head + "simpleroutine f(p : mach_port_t; out a : int);\n", 3, 38, "a simpleroutine is not answered" },
        { "MACHG045", Head + "routine f(p : mach_port_t; a : int, dealloc);\n", 3, 37, "'a' cannot be dealloc" },
        { "MACHG045", Head + "routine f(p : mach_port_t; out a : int, countinout);\n", 3, 41, "cannot be countinout" },
        { "MACHG045", Head + "routine f(p : mach_port_t; a : pointer_t, overwrite);\n", 3, 43, "cannot be overwrite" },
        { "MACHG045", Head + "routine f(p : mach_port_t; out a : int, samecount);\n", 3, 41, "shares no count" },
        { "MACHG045", Head + "routine f(p : mach_port_t; userimpl a : int);\n", 3, 37, "no message carries it" },
        { "MACHG045", Head + "routine f(requestport p : mach_port_t; requestport q : mach_port_t);\n", 3, 52, "second requestport" },
        { "MACHG046", Head + "type x = ^array[2] of mach_port_t;\nroutine f(p : mach_port_t; a : x);\n", 4, 28, "out of line" },
        { "MACHG016", Head + "type x = array[*:99999] of int;\nroutine f(p : mach_port_t; a : x);\n", 4, 28, "limit" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_complained_of_at_its_place(string id, string text, int line, int column, string words)
    {
        var output = DefsText.Compile(text);
        var complaint = Assert.Single(output.Diagnostics);
        var start = complaint.Location.GetLineSpan().StartLinePosition;
        Assert.Equal((id, line, column), (complaint.Id, start.Line + 1, start.Character + 1));
        Assert.Contains(words, complaint.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("test.defs", complaint.Location.GetLineSpan().Path);
        Assert.Equal(id == "MACHG047" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, complaint.Severity);
        Assert.Null(output.Interface);
    }

    [Fact]
    public void Of_an_included_file_is_complained_of_there()
    {
        var output = DefsText.Compile("\n#include \"a.defs\"\n", new Dictionary<string, string> { ["a.defs"] = "\n\n  type = 3;\n" });
        Assert.Equal(("a.defs", 2, 7), Place(Assert.Single(output.Diagnostics)));
    }

    [Fact]
    public void Behind_a_line_marker_is_called_what_it_says()
    {
        var output = DefsText.Compile("# 77 \"other.defs\" 1\ntype = 3;\n");
        Assert.Equal(("other.defs", 76, 5), Place(Assert.Single(output.Diagnostics)));
    }

    [Fact]
    public void Of_a_macro_is_complained_of_where_it_is_called()
    {
        var output = DefsText.Compile("#define T(x) type x = fish;\n\n  T(a)\n");
        Assert.Equal(("test.defs", 2, 2), Place(Assert.Single(output.Diagnostics)));
    }

    [Fact]
    public void Statements_do_not_hide_each_other()
    {
        var output = DefsText.Compile("type = 1;\ntype a = MACH_MSG_TYPE_CHAR;\nroutine f(x : y z);\nflorb;\n");
        Assert.Equal([0, 2, 3], output.Diagnostics.Select(d => d.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("#include \"a.defs\"\n", "more than 64 deep")]
    [InlineData("#define A B B B B\n#define B C C C C\n#define C D D D D\n#define D E E E E\n#define E F F F F\n#define F G G G G\n#define G H H H H\n#define H I I I I\n#define I J J J J\n#define J K K K K\nA\n", "more than 500000 tokens")]
    public void Growth_without_bound_is_stopped(string text, string words)
    {
        var output = DefsText.Compile(text, new Dictionary<string, string> { ["a.defs"] = "#include \"a.defs\"\n" });
        Assert.Contains(words, Assert.Single(output.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    private static (string, int, int) Place(Diagnostic complaint)
    {
        var span = complaint.Location.GetLineSpan();
        return (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character);
    }
}
