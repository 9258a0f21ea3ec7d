namespace Mach.Generators.Tests;

/// <summary>Each feature of the language: what it becomes in C#, and where it lies in the message.</summary>
public class Features
{
    /// <summary>Types declared, an argument, its parameter in C#, and the fields that it adds: offset, size and name.</summary>
    public static TheoryData<string, string, string, string> Arguments => new()
    {
        { "", "a : int", "int a", "32+4 a" },
        { "", "in a : uint64_t", "uint64_t a", "32+8 a" },
        { "type t = MACH_MSG_TYPE_INTEGER_16;", "a : t", "[CType(\"t\")] short a", "32+2 a, 34+2 aPad" },
        { "type t = MACH_MSG_TYPE_BOOLEAN;", "a : t", "[CType(\"t\")] int a", "32+4 a" },
        { "type t = MACH_MSG_TYPE_CHAR ctype: letter;", "a : t", "[CType(\"letter\")] byte a", "32+1 a, 33+3 aPad" },
        { "type t = uint32_t; type u = t;", "a : u", "[CType(\"u\")] uint32_t a", "32+4 a" },
        { "type t = int cusertype: mine_t cservertype: other_t;", "a : t", "[CType(\"mine_t\")] int a", "32+4 a" },
        { "type t = int intran: inner_t in_t(outer_t) outtran: outer_t out_t(inner_t) destructor: gone(inner_t);", "a : t", "[CType(\"outer_t\")] int a", "32+4 a" },
        { "type t = (MACH_MSG_TYPE_INTEGER_32, 32);", "a : t", "[CType(\"t\")] int a", "32+4 a" },
        { "type t = (MACH_MSG_TYPE_BYTE, 8*40);", "a : t", "t a", "32+40 a" },
        { "type t = struct[5] of int;", "a : t", "t a", "32+20 a" },
        { "type t = struct[3, 4] of char;", "a : t", "t a", "32+3 a, 35+1 aPad" },
        { "type t = struct[2] of array[3] of short;", "a : t", "t a", "32+12 a" },
        { "type t = array[4*2+1] of int;", "a : t", "t a", "32+36 a" },
        { "", "a : pair = array[2] of int", "pair a", "32+8 a" },
        { "type t = mach_port_t;", "a : t", "[CopySend, CType(\"t\")] mach_port_t a", "28+12 a" },
        { "", "a : mach_port_make_send_t", "[MakeSend] mach_port_t a", "28+12 a" },
        { "", "a : mach_port_move_send_t", "[MoveSend] mach_port_t a", "28+12 a" },
        { "", "a : mach_port_make_send_once_t", "[MakeSendOnce] mach_port_t a", "28+12 a" },
        { "", "a : mach_port_move_send_once_t", "[MoveSendOnce] mach_port_t a", "28+12 a" },
        { "", "a : mach_port_move_receive_t", "[MoveReceive] mach_port_t a", "28+12 a" },
        { "", "a : mach_port_poly_t", "[Polymorphic] mach_port_t a", "28+12 a" },
        { "", "a : mach_port_send_t", "[Polymorphic(Received = 17)] mach_port_t a", "28+12 a" },
        { "type t = MACH_MSG_TYPE_MAKE_SEND_ONCE | polymorphic ctype: mach_port_t;", "a : t", "[MakeSendOnce, Polymorphic] mach_port_t a", "28+12 a" },
        { "", "a : mach_port_name_t", "mach_port_name_t a", "32+4 a" },
        { "type t = c_string[*:30];", "a : t", "[CString(30), CType(\"t\")] ReadOnlySpan<byte> a", "32+4 aOffset, 36+4 aCnt, 40+30 a" },
        { "type t = c_string[30];", "a : t", "[CString(30, Fixed = true), CType(\"t\")] ReadOnlySpan<byte> a", "32+30 a" },
        { "type t = (MACH_MSG_TYPE_STRING_C, 8*20);", "a : t", "[CString(20, Fixed = true), CType(\"t\")] ReadOnlySpan<byte> a", "32+20 a" },
        { "type t = array[*:10] of int;", "a : t", "[Counted(10), CType(\"t\")] ReadOnlySpan<int> a", "32+4 aCnt, 36+40 a" },
        { "type t = array[*:10] of short;", "a : t", "[Counted(10), CType(\"t\")] ReadOnlySpan<short> a", "32+4 aCnt, 36+20 a" },
        { "type e = struct[3] of int; type t = array[*:4] of e;", "a : t", "[Counted(4, Multiplier = 3), CType(\"t\")] ReadOnlySpan<e> a", "32+4 aCnt, 36+48 a" },
        { "", "a : mach_port_name_array_t", "[OutOfLine, CType(\"mach_port_name_array_t\")] UserPtr<mach_port_name_t> a", "28+16 a, 52+4 aCnt" },
        { "type t = array[*] of int;", "a : t", "[OutOfLine, CType(\"t\")] UserPtr<int> a", "28+16 a, 52+4 aCnt" },
        { "type t = ^array[] of int;", "a : t, dealloc", "[OutOfLine(Deallocate = true), CType(\"t\")] UserPtr<int> a", "28+16 a, 52+4 aCnt" },
        { "type t = ^array[] of (MACH_MSG_TYPE_INTEGER_32, 32, dealloc);", "a : t", "[OutOfLine(Deallocate = true), CType(\"t\")] UserPtr<int> a", "28+16 a, 52+4 aCnt" },
        { "type t = ^array[*:99] of int;", "a : t, physicalcopy", "[OutOfLine(PhysicalCopy = true), CType(\"t\")] UserPtr<int> a", "28+16 a, 52+4 aCnt" },
        { "type e = struct[3] of int; type t = ^array[] of e;", "a : t", "[OutOfLine(Multiplier = 3), CType(\"t\")] UserPtr<e> a", "28+16 a, 52+4 aCnt" },
        { "type e = struct[3] of int; type t = ^e;", "a : t", "[OutOfLine(Elements = 1), CType(\"t\")] UserPtr<e> a", "28+16 a" },
        { "type t = ^array[7] of int;", "a : t", "[OutOfLine(Elements = 7), CType(\"t\")] UserPtr<int> a", "28+16 a" },
        { "", "a : pointer_t", "[OutOfLine] vm_offset_t a", "28+16 a, 52+4 aCnt" },
        { "", "a : mach_port_array_t", "[OutOfLine, CopySend, CType(\"mach_port_array_t\")] UserPtr<mach_port_t> a", "28+16 a, 52+4 aCnt" },
        { "type t = ^array[] of mach_port_move_receive_t;", "a : t", "[OutOfLine, MoveReceive, CType(\"t\")] UserPtr<mach_port_t> a", "28+16 a, 52+4 aCnt" },
        { "", "a : int, const", "int a", "32+4 a" },
        { "", "a : int, auto", "int a", "32+4 a" },
        { "", "replyport a : mach_port_make_send_once_t", "[ReplyPort] mach_port_t a", "" },
        { "", "ureplyport a : mach_port_make_send_once_t", "[ReplyPort] mach_port_t a", "" },
        { "", "waittime a : natural_t", "[WaitTime, CType(\"natural_t\")] uint a", "" },
        { "", "sendtime a : natural_t", "[SendTime, CType(\"natural_t\")] uint a", "" },
        { "", "msgoption a : mach_msg_options_t", "[MsgOption, CType(\"mach_msg_options_t\")] int a", "" },
        { "#include <mach/mach_types.defs>\n", "ServerAuditToken a : audit_token_t", "[ServerAuditToken] audit_token_t a", "" },
        { "#include <mach/mach_types.defs>\n", "ServerSecToken a : security_token_t", "", "" },
        { "", "sreplyport a : mach_port_move_send_once_t", "", "" },
        { "", "MsgSeqno a : natural_t", "", "" },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void An_argument_has_its_form_and_its_place(string declarations, string argument, string parameter, string fields)
    {
        var output = DefsText.Right(DefsText.Routine(argument, declarations));
        Assert.Equal(parameter.Length == 0 ? "[Subject] mach_port_t port" : parameter, Parameter(output));
        Assert.Equal(fields, Fields(DefsText.Messages(output.Layout!)[1000].Request));
    }

    public static TheoryData<string, string, string, string, string> Results => new()
    {
        { "", "out a : int", "out int a", "", "36+4 a" },
        { "", "inout a : int", "ref int a", "32+4 a", "36+4 a" },
        { "", "out a : mach_port_move_send_t", "[MoveSend] out mach_port_t a", "", "28+12 a" },
        { "", "inout a : mach_port_t", "[CopySend] ref mach_port_t a", "28+12 a", "28+12 a" },
        { "type t = array[3] of mach_port_t;", "out a : t", "[PortArray(3), CopySend, CType(\"t\")] out UserPtr<mach_port_t> a", "", "28+36 a" },
        { "type t = c_string[*:30];", "out a : t", "[CString(30), CType(\"t\")] Span<byte> a", "", "36+4 aOffset, 40+4 aCnt, 44+30 a" },
        { "type t = array[*:10] of int;", "out a : t", "[Counted(10), CType(\"t\")] Span<int> a", "", "36+4 aCnt, 40+40 a" },
        { "type t = array[*:10] of int;", "out a : t, countinout", "[Counted(10, CountInOut = true), CType(\"t\")] Span<int> a", "32+4 aCnt", "36+4 aCnt, 40+40 a" },
        { "type t = array[*:10] of int; type u = array[*:10] of short;", "out b : t; out a : u, samecount", "[Counted(10, SameCount = \"b\"), CType(\"u\")] Span<short> a", "", "36+4 bCnt, 40+40 b, 80+20 a" },
        { "type t = array[*:4] of int; type u = array[*:4] of mach_port_t;", "out b : t; out a : u, samecount", "[PortArray(4, SameCount = \"b\"), CopySend, CType(\"u\")] out UserPtr<mach_port_t> a", "", "28+48 a, 84+4 bCnt, 88+16 b" },
        { "type t = ^array[] of int;", "out a : t, dealloc", "[OutOfLine(Deallocate = true), CType(\"t\")] out UserPtr<int> a", "", "28+16 a, 52+4 aCnt" },
        { "", "out a : mach_port_array_t, dealloc", "[OutOfLine(Deallocate = true), CopySend, CType(\"mach_port_array_t\")] out UserPtr<mach_port_t> a", "", "28+16 a, 52+4 aCnt" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_result_has_its_form_and_its_place(string declarations, string argument, string parameter, string request, string reply)
    {
        var output = DefsText.Right(DefsText.Routine(argument, declarations));
        Assert.Equal(parameter, Parameter(output));
        var messages = DefsText.Messages(output.Layout!)[1000];
        Assert.Equal((request, reply), (Fields(messages.Request), Fields(messages.Reply)));
    }

    public static TheoryData<string, string> Statements => new()
    {
        { "subsystem KernelServer s 200;", "[MigSubsystem(\"s\", 200, Kernel = true, Count = 1)]" },
        { "subsystem kerneluser s 200;", "[MigSubsystem(\"s\", 200, Count = 1)]" },
        { "SUBSYSTEM s 0x10;", "[MigSubsystem(\"s\", 16, Count = 1)]" },
        { "subsystem s 200; skip; skip 2;", "[Skip(0, 1, 2)]" },
        { "subsystem s 200; userprefix ask_;", "[Routine(0, Symbol = \"ask_f\")]" },
        { "subsystem s 200; serverprefix do_; serverdemux s_demux; rcsid \"$Id$\"; error oops; usertypelimit 9; onstacklimit 9;", "[Routine(0)]" },
        { "subsystem s 200; import <a.h>; uimport \"b.h\"; simport <c/d.h>; dimport <e.h>; iimport \"f.h\";", "[Routine(0)]" },
        { "subsystem s 200; waittime 10;", "[Sending(WaitTime = 10)]" },
        { "subsystem s 200; waittime 10; nowaittime;", "[Routine(0)]" },
        { "subsystem s 200; sendtime 2 * 10;", "[Sending(SendTime = 2 * 10)]" },
        { "subsystem s 200; msgoption MACH_SEND_TIMEOUT | MACH_RCV_LARGE;", "[Sending(Options = MACH_SEND_TIMEOUT | MACH_RCV_LARGE)]" },
        { "subsystem s 200; msgoption MACH_MSG_OPTION_NONE;", "[Routine(0)]" },
        { "subsystem s 200; UseSpecialReplyPort 1;", "[Sending(SpecialReplyPort = true)]" },
        { "subsystem s 200; ConsumeOnSendError any;", "[Sending(ConsumeOnSendError = MigConsumption.Any)]" },
        { "#define A 1\n#if A\nsubsystem s 200;\n#else\nsubsystem t 300;\n#endif", "[MigSubsystem(\"s\", 200, Count = 1)]" },
        { "#if defined(B) || (3 > 2 && !0) \nsubsystem s 200;\n#elif 1\nsubsystem t 300;\n#endif", "[MigSubsystem(\"s\", 200, Count = 1)]" },
        { "#if 0\nit's /* no\n matter */\n#elif GIVEN == 7\nsubsystem s 200;\n#endif", "[MigSubsystem(\"s\", 200, Count = 1)]" },
        { "#define CAT(a, b) a##b\n#define N(x) CAT(2, x)\nsubsystem CAT(a, b) N(00);", "[MigSubsystem(\"ab\", 200, Count = 1)]" },
        { "#define SUB(...) subsystem __VA_ARGS__;\nSUB(s 200)", "[MigSubsystem(\"s\", 200, Count = 1)]" },
        { "#define s s\nsubsystem s 200;", "[MigSubsystem(\"s\", 200, Count = 1)]" },
        { "#import \"once.defs\"\n#import \"once.defs\"\n", "[MigSubsystem(\"once\", 9, Count = 1)]" },
        { "#include \"twice.defs\"\n#include \"twice.defs\"\n", "[MigSubsystem(\"twice\", 8, Count = 1)]" },
        { "subsystem \\\n s 200; // a remark\n", "[MigSubsystem(\"s\", 200, Count = 1)]" },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_has_its_effect(string statements, string expected)
    {
        var files = new Dictionary<string, string>
        {
            ["once.defs"] = "subsystem once 9;\n",
            ["twice.defs"] = "#ifndef T\n#define T\nsubsystem twice 8;\n#endif\n",
        };
        var output = DefsText.Right(statements + "\n#include <mach/std_types.defs>\nroutine f(requestport p : mach_port_t);\n", files, "GIVEN=7");
        Assert.Contains(expected, output.Interface!.Split('\n').Select(line => line.Trim()));
    }

    [Theory]
    [InlineData("a : mach_port_t; b : int", "[Subject] mach_port_t a")]
    [InlineData("in b : int; a : mach_port_t", "[Subject] mach_port_t a")]
    [InlineData("b : mach_port_t; requestport a : mach_port_move_send_once_t", "[Subject, MoveSendOnce] mach_port_t a")]
    [InlineData("requestport a : mach_port_send_once_t", "[Subject, Polymorphic(Received = 18)] mach_port_t a")]
    public void The_port_to_send_to_is_found(string arguments, string subject)
    {
        var output = DefsText.Right($"subsystem s 1;\n#include <mach/std_types.defs>\nsimpleroutine f({arguments});\n");
        Assert.Contains(output.Interface!.Split('\n'), line => line.Contains(subject, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_types_is_no_subsystem()
    {
        var output = DefsText.Right("#include <mach/mach_types.defs>\ntype x = int;\n");
        Assert.Null(output.Interface);
        Assert.Contains("<standard>/mach/mach_types.defs", output.Files);
    }

    /// <summary>The last parameter of the last routine.</summary>
    private static string Parameter(MigOutput output) =>
        output.Interface!.Split('\n').Last(line => line.StartsWith("        ", StringComparison.Ordinal) && line.EndsWith(");", StringComparison.Ordinal)).Trim()[..^2];

    /// <summary>What an argument adds to header, body, NDR record and code.</summary>
    private static string Fields(List<Listed> fields) =>
        string.Join(", ", fields.Where(f => f.Name is not ("Head" or "msgh_body" or "NDR" or "RetCode")).Select(f => $"{f.Offset}+{f.Size} {f.Name}"));
}
