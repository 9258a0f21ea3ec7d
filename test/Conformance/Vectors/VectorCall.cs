using System.Runtime.InteropServices;

namespace Mach.Conformance.Vectors;

/// <summary>mach_msg2 with a vector of message and auxiliary data.</summary>
internal sealed class VectorCall(Party party)
{
    private readonly mach_msg_vector_t[] _elements = new mach_msg_vector_t[2];

    /// <summary>Where the vector lies instead of a place that can be read.</summary>
    internal ulong? Place;

    internal ref mach_msg_vector_t Message => ref _elements[0];

    internal ref mach_msg_vector_t Aux => ref _elements[1];

    /// <summary>The message and, if any, the auxiliary bytes to send.</summary>
    internal VectorCall Sends(Note note, byte[]? aux = null)
    {
        var bytes = note.Bytes;
        Message.msgv_data = party.Buffer(bytes);
        Message.msgv_send_size = (uint)bytes.Length;
        if (aux is not null)
        {
            Aux.msgv_data = party.Buffer(aux);
            Aux.msgv_send_size = (uint)aux.Length;
        }
        return this;
    }

    /// <summary>Where to receive, with as much room.</summary>
    internal VectorCall Receives(uint room, uint auxRoom = 0)
    {
        Message.msgv_rcv_addr = party.Buffer((int)Math.Max(room, 1));
        Message.msgv_rcv_size = room;
        if (auxRoom > 0)
        {
            Aux.msgv_rcv_addr = party.Buffer((int)auxRoom);
            Aux.msgv_rcv_size = auxRoom;
        }
        return this;
    }

    internal Letter Letter => new(Party.Memory(Message.msgv_rcv_addr, (int)Message.msgv_rcv_size).ToArray());

    internal byte[] ReceivedAux => Party.Memory(Aux.msgv_rcv_addr, (int)Aux.msgv_rcv_size).ToArray();

    internal kern_return_t Send(Note note, uint count, ulong options = 0) =>
        Make(MessageCalls.Sending(note, 0, options) with { SendSize = count });

    internal kern_return_t Receive(uint name, uint count, ulong options = 0) =>
        Make(MessageCalls.Receiving(name, 0, count, options | MACH64_RCV_TIMEOUT));

    internal kern_return_t SendAndReceive(Note note, uint sends, uint name, uint receives, ulong options = 0) =>
        Make(MessageCalls.Sending(note, 0, options | MACH64_RCV_MSG | MACH64_RCV_TIMEOUT) with
        {
            SendSize = sends, ReceiveName = name, ReceiveSize = receives,
        });

    internal kern_return_t Make(MessageArguments arguments) =>
        party.By(MessageTrap.MachMsg2).Make(arguments with
        {
            Message = Place ?? party.Buffer(MemoryMarshal.AsBytes(_elements.AsSpan())),
            Options = arguments.Options | MACH64_MSG_VECTOR,
        });
}
