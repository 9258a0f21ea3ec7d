namespace Mach.Kernel;

/// <summary>A port.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ObjectType">What the kernel serves behind it, as <c>mach_port_kobject</c> answers; 0 for a port of a task.</param>
/// <param name="Object">The same in words; null for a port of a task.</param>
/// <param name="Receiver">The process number of the task that receives on it; null for the kernel's ports, and while the receive right travels.</param>
/// <param name="ReceiverName">That task's name for it; 0 where there is none.</param>
/// <param name="SendRights">Send rights: one for each task that has any, one for each in a message, one for each that the kernel keeps.</param>
/// <param name="SendOnceRights">Send-once rights.</param>
/// <param name="InFlight">Rights of <paramref name="SendRights"/> and <paramref name="SendOnceRights"/> that running threads have in their hands.</param>
/// <param name="MakeSendCount">Send rights made from its receive right.</param>
/// <param name="QueueLimit">Messages that its queue takes before senders wait.</param>
/// <param name="Messages">The messages in its queue, first to last.</param>
/// <param name="Receivers">Threads that wait for a message, first come first.</param>
/// <param name="Senders">Threads that wait for a slot, first come first, each with its message.</param>
/// <param name="Sets">Port sets that it is a member of.</param>
/// <param name="Guarded">It has a guard.</param>
/// <param name="NoSendersRequested">Somebody asked to be told when its last send right goes.</param>
public sealed record PortSnapshot(
    int Number, uint ObjectType, string? Object, int? Receiver, uint ReceiverName, int SendRights, int SendOnceRights, int InFlight,
    uint MakeSendCount, uint QueueLimit, IReadOnlyList<MessageSnapshot> Messages, IReadOnlyList<int> Receivers,
    IReadOnlyList<SenderSnapshot> Senders, IReadOnlyList<int> Sets, bool Guarded, bool NoSendersRequested);

/// <summary>A message in a queue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Size">Its size in bytes, without trailer.</param>
/// <param name="Sender">The process number of its sender; null for the kernel's.</param>
/// <param name="Rights">The ports to which it carries rights, its destination not among them.</param>
public sealed record MessageSnapshot(int Id, int Size, int? Sender, IReadOnlyList<int> Rights);

/// <summary>A thread that waits to send.</summary>
/// <param name="Thread">Its number.</param>
/// <param name="Message">What it wants to send.</param>
public sealed record SenderSnapshot(int Thread, MessageSnapshot Message);

/// <summary>A port set.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Members">The ports in it.</param>
/// <param name="Receivers">Threads that wait on it, first come first.</param>
public sealed record PortSetSnapshot(int Number, IReadOnlyList<int> Members, IReadOnlyList<int> Receivers);
