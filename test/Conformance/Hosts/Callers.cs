namespace Mach.Conformance.Hosts;

/// <summary>Calls on the host and what belongs to it, and tasks that may or may not make them.</summary>
internal static class Callers
{
    /// <summary>A task that is not root's.</summary>
    internal static Party NewOrdinaryTask(this Machine machine) => machine.NewTask("ordinary", identity: new TaskIdentity(501, 20, 0));

    /// <summary>A task of root's, by the word of whoever made it.</summary>
    internal static Party NewRootTask(this Machine machine, string name = "root") => machine.NewTask(name, identity: new TaskIdentity(0, 0, 0));

    internal static uint Host(this Party party) => party.Traps.host_self_trap();

    internal static MachHostClient HostCalls(this Party party) => new(party.Thread);

    internal static HostPrivClient PrivilegedCalls(this Party party) => new(party.Thread);

    internal static ProcessorClient ProcessorCalls(this Party party) => new(party.Thread);

    internal static ProcessorSetClient SetCalls(this Party party) => new(party.Thread);

    internal static uint Kind(this Party party, uint name)
    {
        Assert.Equal(KERN_SUCCESS, party.Ports().Message.mach_port_kobject(party.Self, name, out var kind, out _));
        return kind;
    }

    /// <summary>The processor set's name port and its control port.</summary>
    internal static (uint Name, uint Control) ProcessorSet(this Party party)
    {
        Assert.Equal(KERN_SUCCESS, party.HostCalls().processor_set_default(party.Host(), out var name));
        Assert.Equal(KERN_SUCCESS, party.PrivilegedCalls().host_processor_set_priv(party.Host(), name, out var control));
        return (name, control);
    }

    internal static uint[] Processors(this Party party)
    {
        Assert.Equal(KERN_SUCCESS, party.PrivilegedCalls().host_processors(party.Host(), out var list, out var count));
        return Party.Words(list, count);
    }

    /// <summary>
    /// What a routine answers to a request of the right form that carries nothing: null rights, zeros. The subject is a name of the task's.
    /// </summary>
    internal static kern_return_t Answer(this Party party, KernelObjects.MigFacts routine, uint subject)
    {
        var reply = party.Receive();
        Assert.Equal(MACH_MSG_SUCCESS, party.Send(routine.Request(subject, reply)));
        var letter = party.Receive(reply);
        party.Die(reply);
        return letter.IsComplex ? KERN_SUCCESS : (kern_return_t)(int)letter.Word(32);
    }
}
