using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>What became of a message offered to a port.</summary>
internal enum Offer : byte
{
    /// <summary>It is queued or on its way to a receiver.</summary>
    Taken,

    /// <summary>The port is dead: the sender is told success, the message is destroyed.</summary>
    Dead,

    /// <summary>The queue is full; the sender waits if it may.</summary>
    Full,

    /// <summary>The queue is at its hard ceiling.</summary>
    Ceiling,
}

internal sealed partial class KPort
{
    /// <summary>No queue grows beyond this, whatever is forced upon it.</summary>
    internal const int QueueCeiling = 65534;

    internal uint QueueLimit = MACH_PORT_QLIMIT_DEFAULT;     // Gate
    internal int MessageCount;                               // Gate
    private KMessage? _first, _last;                         // Gate; linked by Next
    private WaitList _receivers;                             // Gate
    private WaitList _senders;                               // Gate; each holds its message
    private List<Membership>? _sets;                         // Gate
    internal KnoteList Knotes;                               // Gate; who watches it

    internal bool InAnySet => _sets is { Count: > 0 };

    internal ReadOnlySpan<Membership> Sets => CollectionsMarshal.AsSpan(_sets);

    internal bool IsFull => MessageCount >= QueueLimit;

    internal KMessage? First => _first;

    /// <summary>Hands the message to a waiting receiver or queues it. Gate held.</summary>
    /// <param name="message">The message; owned by the port when the answer is <see cref="Offer.Taken"/>.</param>
    /// <param name="force">The limit does not count: the kernel sends, or MACH_SEND_NOTIFY forced it.</param>
    /// <param name="after">What is owed afterwards.</param>
    internal Offer Accept(KMessage message, bool force, ref Aftermath after)
    {
        if (!Active)
            return Offer.Dead;
        if (MessageCount >= QueueCeiling)
            return Offer.Ceiling;
        if (!force && message.DestinationType != MACH_MSG_TYPE_PORT_SEND_ONCE && MessageCount >= QueueLimit)
            return Offer.Full;
        if (!TryHandOver(message, ref after))
            Append(message);
        return Offer.Taken;
    }

    /// <summary>The sender waits for a slot. Gate held.</summary>
    internal void AwaitSlot(KThread sender) => _senders.Append(sender);

    /// <summary>The receiver waits for a message. Gate held, queue empty.</summary>
    internal void AwaitMessage(KThread receiver) => _receivers.Append(receiver);

    public bool TryStop(KThread thread, uint? serial, bool interrupted)
    {
        Gate.Enter();
        var stops = thread.SleepsOn(this, serial);
        if (stops && thread.Outgoing is not null)
        {
            _senders.Remove(thread);
            thread.WaitCode = interrupted ? MACH_SEND_INTERRUPTED : MACH_SEND_TIMED_OUT;
        }
        else if (stops)
        {
            _receivers.Remove(thread);
            thread.WaitCode = interrupted ? MACH_RCV_INTERRUPTED : MACH_RCV_TIMED_OUT;
        }
        Gate.Exit();
        return stops;
    }

    /// <summary>Takes the first message off for a receiver: its sequence number is fixed and its destination right used up. Gate held.</summary>
    internal KMessage TakeForReceiver(KThread receiver, ref Aftermath after)
    {
        var message = TakeFirst()!;
        Stamp(message, receiver, ref after);
        if (_first is null)
            NoteEmpty();
        if (_senders.First is not null)
            FillSlots(ref after);
        return message;
    }

    /// <summary>The limit was raised: as many blocked senders as it grew by go on (R-Q-5). Gate held.</summary>
    internal void AdmitSenders(uint slots, ref Aftermath after)
    {
        while (slots-- > 0 && _senders.First is { } sender)
            Admit(sender, ref after);
    }

    /// <summary>Threads that wait for a slot, each with its message. Gate held.</summary>
    internal IEnumerable<KThread> Senders() => _senders.All();

    /// <summary>Threads that wait for a message. Gate held.</summary>
    internal IEnumerable<KThread> Receivers() => _receivers.All();

    internal KMessage? TakeFirst()
    {
        var message = _first;
        if (message is null)
            return null;
        _first = message.Next;
        if (_first is null)
            _last = null;
        message.Next = null;
        MessageCount--;
        return message;
    }

    /// <summary>Queued messages go to threads that wait on the set, as far as both reach (R-PSET-5). Gate held.</summary>
    internal void OfferQueueTo(KPortSet set, ref Aftermath after)
    {
        while (_first is { } message && set.TakeReceiver(message, this, ref after) is { } receiver)
        {
            TakeFirst();
            Stamp(message, receiver, ref after);
            receiver.Arrived = message;
            after.Wake(receiver);
        }
        if (_first is null)
            NoteEmpty();
        FillSlots(ref after);
    }

    private void FillSlots(ref Aftermath after)
    {
        while (MessageCount < QueueLimit && _senders.First is { } sender)
            Admit(sender, ref after);
    }

    private void Admit(KThread sender, ref Aftermath after)
    {
        _senders.Remove(sender);
        var message = sender.Outgoing!;
        sender.Outgoing = null;
        if (!TryHandOver(message, ref after))
            Append(message);
        sender.WaitCode = MACH_MSG_SUCCESS;
        after.Wake(sender);
    }

    /// <summary>Behind the others; nobody could take it (<see cref="TryHandOver"/>), so the sets know already.</summary>
    private void Append(KMessage message)
    {
        message.Next = null;
        if (_last is null)
            _first = message;
        else
            _last.Next = message;
        _last = message;
        MessageCount++;
    }

    private void NoteEmpty()
    {
        if (_sets is null)
            return;
        foreach (var membership in Sets)
            membership.Set.MarkEmpty(membership);
    }

    /// <summary>Gives the message to a thread that waits for it. When none does the port is ready in all its sets, for its queue will not be empty.</summary>
    private bool TryHandOver(KMessage message, ref Aftermath after)
    {
        if (_first is not null)
            return false;
        var receiver = TakeReceiver(ref _receivers, message, this, ref after) ?? TakeReceiverOfSets(message, ref after);
        if (receiver is null)
        {
            Knotes.Activate(ref after);
            return false;
        }
        Stamp(message, receiver, ref after);
        receiver.Arrived = message;
        after.Wake(receiver);
        return true;
    }

    private KThread? TakeReceiverOfSets(KMessage message, ref Aftermath after)
    {
        foreach (var membership in Sets)
        {
            if (membership.Set.TakeReceiverOrMarkReady(message, membership, ref after) is not { } receiver)
                continue;
            if (Sets.Length > 1)
                NoteEmpty();     // those asked before this one
            return receiver;
        }
        return null;
    }

    /// <summary>The first waiter that can take the message; those that asked to be told of larger ones are told and go (R-RCV-5).</summary>
    internal static KThread? TakeReceiver(ref WaitList waiters, KMessage message, KPort port, ref Aftermath after)
    {
        while (waiters.First is { } receiver)
        {
            waiters.Remove(receiver);
            if (!receiver.Receive.IsTooSmallFor(message))
                return receiver;
            receiver.WaitCode = MACH_RCV_TOO_LARGE;
            receiver.NoteTooLarge(message, port);
            after.Wake(receiver);
        }
        return null;
    }

    /// <summary>The message is the receiver's now. One that will be discarded as too large fires no send-possible request (R-SP-3).</summary>
    private void Stamp(KMessage message, KThread receiver, ref Aftermath after)
    {
        message.Sequence = Sequence++;
        message.PortContext = Context;
        message.LocalName = ReceiverName;
        message.Destination = null;
        if (message.DestinationType == MACH_MSG_TYPE_PORT_SEND_ONCE)
            SendOnceRights--;
        else
            DropSend(ref after);
        if (_armedRequests > 0 && receiver.Receive.Fits(message))
            FireSendPossible(ref after);
    }

    private void WakeReceivers(kern_return_t code, ref Aftermath after)
    {
        while (_receivers.First is { } receiver)
        {
            _receivers.Remove(receiver);
            receiver.WaitCode = code;
            after.Wake(receiver);
        }
    }

    private void WakeSenders(ref Aftermath after)
    {
        while (_senders.First is { } sender)
        {
            _senders.Remove(sender);
            after.Destroy(sender.Outgoing!);
            sender.Outgoing = null;
            sender.WaitCode = MACH_MSG_SUCCESS;
            after.Wake(sender);
        }
    }
}
