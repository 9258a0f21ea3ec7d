namespace Mach.Conformance.Model;

/// <summary>A right on its way: to a port, to the dead port, or none where Port is null.</summary>
internal readonly record struct Right(PortModel? Port, uint Type);

/// <summary>What the model knows of a port.</summary>
internal sealed class PortModel
{
    /// <summary>What a right is to whose port had died when it was taken.</summary>
    internal static readonly PortModel Dead = new() { Alive = false };

    internal bool Alive = true;
    internal SpaceModel? Owner;
    internal int Sends, SendOnces;
    internal uint Made;
    internal uint Limit = 5;
    internal PortModel? NoSenders, PortDestroyed;
    internal PortModel? Towards;

    internal List<MessageModel> Queue { get; } = [];

    internal List<RequestModel> Requests { get; } = [];

    internal HashSet<SetModel> Sets { get; } = [];

    internal bool IsFull => Queue.Count >= Limit;
}

internal sealed class SetModel
{
    internal HashSet<PortModel> Members { get; } = [];
}

/// <summary>The one slot of a name for dead-name and send-possible requests. Without a right it has fired.</summary>
internal sealed class RequestModel(uint name, PortModel notify)
{
    internal readonly uint Name = name;
    internal PortModel? Notify = notify;
    internal bool SendPossible, Armed, FiredByDeath;

    internal uint Bits => (Notify, SendPossible, Armed) switch
    {
        (null, _, _) => 0,
        (_, false, _) => MACH_PORT_TYPE_DNREQUEST,
        (_, _, true) => MACH_PORT_TYPE_DNREQUEST | (uint)MACH_PORT_TYPE_SPREQUEST,
        _ => MACH_PORT_TYPE_DNREQUEST | (uint)MACH_PORT_TYPE_SPREQUEST | (uint)MACH_PORT_TYPE_SPREQUEST_DELAYED,
    };
}

internal sealed class EntryModel(uint type, PortModel? port, SetModel? set, int references)
{
    internal uint Type = type;
    internal PortModel? Port = port;
    internal int References = references;
    internal RequestModel? Request;

    internal SetModel? Set => set;

    internal bool Has(uint types) => (Type & types) != 0;

    internal void Add(int references) => References = Math.Min(65535, References + references);
}

internal sealed class SpaceModel(string name)
{
    internal bool Alive = true;

    internal SortedDictionary<uint, EntryModel> Names { get; } = [];

    /// <summary>The name that send and receive rights to the port share; 0 when there is none.</summary>
    internal uint NameOf(PortModel port) => Names
        .Where(entry => entry.Value.Port == port && entry.Value.Has(MACH_PORT_TYPE_SEND_RECEIVE))
        .Select(static entry => entry.Key)
        .SingleOrDefault();

    public override string ToString() => name;
}

/// <summary>A message in a queue. Messages of one step may be queued in any order.</summary>
internal sealed class MessageModel(int step, int id, Right destination)
{
    internal readonly int Step = step;
    internal readonly int Id = id;
    internal Right Destination = destination;
    internal Right Reply;
    internal uint Word;

    internal List<Right> Body { get; } = [];

    internal bool Has(Letter letter) =>
        Id == letter.Id && (Body.Count > 0 ? letter.Count == Body.Count : letter.Size == 24 || Word == letter.Word(letter.Size == 36 ? 32 : 24));
}
