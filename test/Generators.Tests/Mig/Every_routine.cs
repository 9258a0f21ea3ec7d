using System.Buffers.Binary;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>Every routine from the generated client to the generated server and back, and its bytes against the fact tables.</summary>
public class Every_routine
{
    public static TheoryData<string> Names => [.. Declared.All.Select(declared => declared.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Rule("R-KOBJ-2", "R-KOBJ-3")]
    public void Goes_there_and_back(string subsystem)
    {
        var declared = Declared.Of(subsystem);
        var program = Program.Of(subsystem);
        using var gate = program.Gate.EnterScope();
        foreach (var routine in declared.Routines)
        {
            program.Clear();
            var kernel = new OneServerKernel(program.Server());
            program.Run(routine.Name, kernel.Thread());
            Assert.Empty(program.Wrong);
            Check(declared, routine, program, kernel);
        }
    }

    private static void Check(Declared declared, MigRoutine routine, Program program, OneServerKernel kernel)
    {
        var fact = Facts.Routines(declared.Name)[routine.Id];
        var answered = routine.Reply is not null;
        Assert.Equal((answered ? 3uL : 1uL) | (declared.Kernel ? 1uL << 33 : 1uL << 34), kernel.Options);
        if (fact.TryGetProperty("req", out _))
            Request(kernel.Request, routine, fact);
        if (declared.IsGone(routine.Name))
        {
            Assert.Empty(program.Served);
            Assert.Equal((36, MIG_BAD_ID), (kernel.Reply.Length, (kern_return_t)Word(kernel.Reply, 32)));
            return;
        }
        var name = routine.Arguments[0].Name;
        Assert.Equal($"{routine.Name} {Subjects.Of(fact)} {Pattern.Of<uint>($"{routine.Name}.{name}")}", Assert.Single(program.Served));
        Assert.All(kernel.LeftOver, d => Assert.Equal(default, d));
        if (answered && fact.TryGetProperty("rep", out _))
            Reply(kernel.Reply, routine, fact);
    }

    private static void Request(byte[] bytes, MigRoutine routine, JsonElement fact)
    {
        var subject = fact.GetProperty("args")[0];
        var complex = fact.Wire("req").GetProperty("f").EnumerateArray().Any(f => f[0].GetString() == "msgh_body");
        var reply = routine.Reply is null ? 0u : 0x1500u;
        var sent = subject.Number("disp") is > 0 and var given ? (uint)given : 21u;
        Assert.Equal(sent | reply | (complex ? 0x80000000 : 0), Word(bytes, 0));
        Assert.Equal(Pattern.Of<uint>($"{routine.Name}.{routine.Arguments[0].Name}"), Word(bytes, 8));
        Assert.Equal(routine.Reply is null ? 0u : ScriptedThread.Reply, Word(bytes, 12));
        Assert.Equal(0u, Word(bytes, 16));
        Assert.Equal((uint)fact.Number("id"), Word(bytes, 20));
        new WireFacts(routine, fact, reply: false).Check(bytes);
    }

    private static void Reply(byte[] bytes, MigRoutine routine, JsonElement fact)
    {
        Assert.Equal((uint)fact.Number("reply"), Word(bytes, 20));
        Assert.Equal(0u, Word(bytes, 8));
        new WireFacts(routine, fact, reply: true).Check(bytes);
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);
}
