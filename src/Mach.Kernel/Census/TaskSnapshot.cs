using System.Text.Json.Serialization;

namespace Mach.Kernel;

/// <summary>A task.</summary>
/// <param name="ProcessId">Its process number.</param>
/// <param name="Name">The word for people that it was made with.</param>
/// <param name="Names">Its names, in the order of their slots; empty while it is being taken apart.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="Regions">Its memory map, by address, as it was just before everything else.</param>
/// <param name="KeptPorts">The ports of which the kernel keeps a send right for it: bootstrap and other special ports, registered ports.</param>
public sealed record TaskSnapshot(
    int ProcessId, string Name, IReadOnlyList<NameSnapshot> Names, IReadOnlyList<ThreadSnapshot> Threads,
    IReadOnlyList<RegionSnapshot> Regions, IReadOnlyList<int> KeptPorts);

/// <summary>A range of a task's addresses that the kernel mapped.</summary>
/// <param name="Start">Its first address.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Protection">What may be done to it: <c>VM_PROT_READ</c>, …</param>
/// <param name="MaximumProtection">What that may be changed to.</param>
/// <param name="Inheritance">What children get of it: <c>VM_INHERIT_COPY</c>, …</param>
/// <param name="Tag">What it is for: <c>VM_MEMORY_MALLOC</c>, …</param>
/// <param name="Wired">How often it is wired.</param>
/// <param name="Shared">It was shared with another range.</param>
/// <param name="Memory">The number of the memory that it shows; ranges with the same number show the same memory.</param>
public sealed record RegionSnapshot(
    ulong Start, ulong Size, int Protection, int MaximumProtection, int Inheritance, int Tag, int Wired, bool Shared, ulong Memory);

/// <summary>What a name denotes.</summary>
/// <param name="Name">The name.</param>
/// <param name="Rights">Its type bits, as <c>mach_port_type</c> answers them: <c>MACH_PORT_TYPE_SEND</c>, …, with the bits of requests.</param>
/// <param name="References">Its user references: 0 for a receive right alone and for a port set.</param>
/// <param name="Object">The number of the port or set; null for a dead name.</param>
public sealed record NameSnapshot(uint Name, uint Rights, int References, int? Object);

/// <summary>A thread.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Wait">What it waits on; null when it does not.</param>
public sealed record ThreadSnapshot(int Number, WaitSnapshot? Wait);

/// <summary>What a blocked thread waits on.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Object">The number of the port, the set or whatever else it is; null where it is time alone.</param>
/// <param name="Name">The name by which the thread's task receives there; 0 when it sends.</param>
/// <param name="Timed">The wait has an end.</param>
public sealed record WaitSnapshot(WaitKind Kind, int? Object, uint Name, bool Timed);

/// <summary>What a blocked thread waits for.</summary>
[JsonConverter(typeof(WaitKindJson))]
public enum WaitKind
{
    /// <summary>A message on a port.</summary>
    Receive,

    /// <summary>A message on any member of a port set.</summary>
    ReceiveFromSet,

    /// <summary>A slot in a full queue.</summary>
    Send,

    /// <summary>The passing of time.</summary>
    Time,

    /// <summary>A semaphore's signal.</summary>
    Semaphore,

    /// <summary>A signal at an end of an event link.</summary>
    Eventlink,

    /// <summary>Another object of the kernel.</summary>
    Other,
}
