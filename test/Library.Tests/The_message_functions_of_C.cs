using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Mach.Raw.LibSystem;

namespace Mach.Library.Tests;

/// <summary>What the C library does around the traps; each test acts as one task.</summary>
public sealed unsafe class The_message_functions_of_C : World
{
    private const uint Size = 36;
    private const uint Hour = 3_600_000;     // never passes; a sleep with a deadline can be seen

    [Fact, Rule("R-OPT-8")]
    public void Send_and_receive_as_much_as_the_header_says() => Alice.Run(() =>
    {
        mach_port_t port = NewPort();
        Message message = To(port, 7);
        message.Header.msgh_size = Size;
        Assert.Equal(MACH_MSG_SUCCESS, mach_msg_send(&message.Header));

        Message received = default;
        received.Header.msgh_local_port = port;
        received.Header.msgh_size = Size;     // no room for the trailer
        Assert.Equal(MACH_RCV_TOO_LARGE, mach_msg_receive(&received.Header));

        Assert.Equal(MACH_MSG_SUCCESS, mach_msg_send(&message.Header));
        received.Header.msgh_local_port = port;
        received.Header.msgh_size = Size + 8;
        Assert.Equal(MACH_MSG_SUCCESS, mach_msg_receive(&received.Header));
        Assert.Equal((Size, port, 7u), (received.Header.msgh_size, received.Header.msgh_local_port, received.Words[0]));
        EndPort(port);
    });

    [Fact, Rule("R-OPT-6")]
    public void Receive_anew_after_an_interruption_unless_asked_to_tell() => Alice.Run(() =>
    {
        mach_port_t port = NewPort();
        kern_return_t told = KERN_FAILURE, code = KERN_FAILURE;
        uint word = 0;
        MachThread? sleeper = null;
        var receiver = new Background(() => Alice.Run(() =>
        {
            Message message = default;
            sleeper = Alice.CurrentThread;
            told = mach_msg(&message.Header, MACH_RCV_MSG | MACH_RCV_TIMEOUT | MACH_RCV_INTERRUPT, 0, (uint)sizeof(Message), port, Hour, 0);
            code = mach_msg(&message.Header, MACH_RCV_MSG | MACH_RCV_TIMEOUT, 0, (uint)sizeof(Message), port, Hour, 0);
            word = message.Words[0];
        }));
        InterruptSleep(ref sleeper, times: 6);
        Send(port, 9);
        receiver.Join();
        Assert.Equal(MACH_RCV_INTERRUPTED, told);
        Assert.Equal((MACH_MSG_SUCCESS, 9u), (code, word));
        EndPort(port);
    });

    [Theory, Rule("R-OPT-6")]
    [InlineData(false)]
    [InlineData(true)]
    public void Send_anew_after_an_interruption_with_the_rights_that_came_back(bool inRegisters) => Alice.Run(() =>
    {
        mach_port_t port = NewPort(queueLimit: 1);
        Send(port, 1);
        kern_return_t code = KERN_FAILURE;
        MachThread? sleeper = null;
        var sender = new Background(() => Alice.Run(() =>
        {
            Message message = To(port, 2);
            sleeper = Alice.CurrentThread;
            code = inRegisters
                ? mach_msg2(&message, MACH64_SEND_MSG | MACH64_SEND_TIMEOUT | MACH64_SEND_MQ_CALL, message.Header, Size, 0, 0, Hour, 0)
                : mach_msg(&message.Header, MACH_SEND_MSG | MACH_SEND_TIMEOUT, Size, 0, 0, Hour, 0);
        }));
        InterruptSleep(ref sleeper, times: 5);
        Assert.Equal(1u, Receive(port));
        sender.Join();
        Assert.Equal(MACH_MSG_SUCCESS, code);
        Assert.Equal(2u, Receive(port));
        Assert.Equal(1u, References(port, MACH_PORT_RIGHT_SEND));
        EndPort(port);
    });

    [Fact, Rule("R-FAIL-8")]
    public void Destroy_each_right_of_a_header_by_its_disposition() => Alice.Run(() =>
    {
        mach_port_t port = NewPort();
        Message message = default;
        message.Header.msgh_remote_port = port;
        message.Header.msgh_local_port = port;
        foreach (uint untouched in (uint[])[0, MACH_MSG_TYPE_COPY_SEND])
        {
            message.Header.msgh_bits = MACH_MSGH_BITS(untouched, MACH_MSG_TYPE_MOVE_SEND);
            mach_msg_destroy(&message.Header);
            Assert.Equal(1u, References(port, MACH_PORT_RIGHT_SEND));
        }

        Assert.Equal(KERN_SUCCESS, mach_port_mod_refs(mach_task_self(), port, MACH_PORT_RIGHT_SEND, 1));
        message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_MOVE_SEND, 0);
        mach_msg_destroy(&message.Header);
        Assert.Equal(1u, References(port, MACH_PORT_RIGHT_SEND));

        // Made and dropped, so that the receiver is told.
        message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_MAKE_SEND_ONCE, 0);
        mach_msg_destroy(&message.Header);
        Assert.Equal(MACH_NOTIFY_SEND_ONCE, ReceiveId(port));
        message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_MAKE_SEND, 0);
        mach_msg_destroy(&message.Header);
        mach_port_status_t status;
        mach_msg_type_number_t words = (uint)(sizeof(mach_port_status_t) / sizeof(int));
        Assert.Equal(KERN_SUCCESS, mach_port_get_attributes(mach_task_self(), port, MACH_PORT_RECEIVE_STATUS, (int*)&status, &words));
        Assert.Equal(2u, status.mps_mscount);
        EndPort(port);
    });

    [Fact, Rule("R-FAIL-8")]
    public void Destroy_what_descriptors_name_and_leave_what_they_lend() => Alice.Run(() =>
    {
        mach_port_t moved = NewPort(), guarded = NewPort(), kept = NewPort();
        Assert.Equal(KERN_SUCCESS, mach_port_guard(mach_task_self(), guarded, 5, 0));
        vm_address_t freed = Allocate(), lent = Allocate(), array = Allocate();
        ((mach_port_t*)array)[0] = kept;
        ((mach_port_t*)array)[1] = MACH_PORT_DEAD;
        Described message = default;
        message.Header.msgh_bits = MACH_MSGH_BITS_COMPLEX;
        message.Body.msgh_descriptor_count = 6;
        message.Receive = new mach_msg_port_descriptor_t { name = moved, disposition = MACH_MSG_TYPE_MOVE_RECEIVE, type = MACH_MSG_PORT_DESCRIPTOR };
        message.Freed = new mach_msg_ool_descriptor_t { address = freed, size = 100, deallocate = 1, type = MACH_MSG_OOL_DESCRIPTOR };
        message.Lent = new mach_msg_ool_descriptor_t { address = lent, size = 100, type = MACH_MSG_OOL_DESCRIPTOR };
        message.Volatile = new mach_msg_ool_descriptor_t { address = lent, size = 100, deallocate = 1, type = MACH_MSG_OOL_VOLATILE_DESCRIPTOR };
        message.Ports = new mach_msg_ool_ports_descriptor_t
        {
            address = array, count = 2, deallocate = 1, disposition = MACH_MSG_TYPE_MOVE_SEND, type = MACH_MSG_OOL_PORTS_DESCRIPTOR,
        };
        message.Guarded = new mach_msg_guarded_port_descriptor_t
        {
            name = guarded, context = 5, disposition = MACH_MSG_TYPE_MOVE_RECEIVE, type = MACH_MSG_GUARDED_PORT_DESCRIPTOR,
        };
        mach_msg_destroy(&message.Header);

        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, TypeOf(moved));
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, TypeOf(guarded));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, TypeOf(kept));
        Assert.Equal(Alice.Memory.PageSize, Alice.MappedBytes);
        *(byte*)lent = 1;
        Assert.Equal(KERN_SUCCESS, vm_deallocate(mach_task_self(), lent, 100));
        Assert.Equal(KERN_SUCCESS, mach_port_deallocate(mach_task_self(), moved));
        Assert.Equal(KERN_SUCCESS, mach_port_deallocate(mach_task_self(), guarded));
        Assert.Equal(KERN_SUCCESS, mach_port_mod_refs(mach_task_self(), kept, MACH_PORT_RIGHT_RECEIVE, -1));
    });

    // The sleeper is the only thread that sleeps, so each interruption meets a sleep.
    private void InterruptSleep(ref MachThread? sleeper, int times)
    {
        for (int i = 0; i < times; i++)
        {
            while (Sleeping == 0)
                Thread.Yield();
            Volatile.Read(ref sleeper)!.Interrupt();
        }
    }

    private static mach_port_t NewPort(uint queueLimit = 5)
    {
        mach_port_options_t options = default;
        options.flags = MPO_INSERT_SEND_RIGHT | MPO_QLIMIT;
        options.mpl.mpl_qlimit = queueLimit;
        mach_port_t name;
        Assert.Equal(KERN_SUCCESS, mach_port_construct(mach_task_self(), &options, 0, &name));
        return name;
    }

    private static void EndPort(mach_port_t port) =>
        Assert.Equal(KERN_SUCCESS, mach_port_destruct(mach_task_self(), port, -1, 0));

    private static vm_address_t Allocate()
    {
        vm_address_t address;
        Assert.Equal(KERN_SUCCESS, vm_allocate(mach_task_self(), &address, 100, VM_FLAGS_ANYWHERE));
        return address;
    }

    private static mach_port_type_t TypeOf(mach_port_t port)
    {
        mach_port_type_t type;
        Assert.Equal(KERN_SUCCESS, mach_port_type(mach_task_self(), port, &type));
        return type;
    }

    private static mach_port_urefs_t References(mach_port_t port, mach_port_right_t right)
    {
        mach_port_urefs_t references;
        Assert.Equal(KERN_SUCCESS, mach_port_get_refs(mach_task_self(), port, right, &references));
        return references;
    }

    private static Message To(mach_port_t port, uint word)
    {
        Message message = default;
        message.Header.msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_COPY_SEND, 0);
        message.Header.msgh_remote_port = port;
        message.Words[0] = word;
        return message;
    }

    private static void Send(mach_port_t port, uint word)
    {
        Message message = To(port, word);
        Assert.Equal(MACH_MSG_SUCCESS, mach_msg(&message.Header, MACH_SEND_MSG, Size, 0, 0, 0, 0));
    }

    private static uint Receive(mach_port_t port)
    {
        Message message = default;
        Assert.Equal(MACH_MSG_SUCCESS, mach_msg(&message.Header, MACH_RCV_MSG, 0, (uint)sizeof(Message), port, 0, 0));
        return message.Words[0];
    }

    private static int ReceiveId(mach_port_t port)
    {
        Message message = default;
        Assert.Equal(MACH_MSG_SUCCESS, mach_msg(&message.Header, MACH_RCV_MSG | MACH_RCV_TIMEOUT, 0, (uint)sizeof(Message), port, 0, 0));
        return message.Header.msgh_id;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Message
    {
        public mach_msg_header_t Header;
        public Three Words;
        public ulong Trailer;
    }

    [InlineArray(3)]
    private struct Three
    {
        private uint _first;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Described
    {
        public mach_msg_header_t Header;
        public mach_msg_body_t Body;
        public mach_msg_port_descriptor_t Receive;
        public mach_msg_ool_descriptor_t Freed;
        public mach_msg_ool_descriptor_t Lent;
        public mach_msg_ool_descriptor_t Volatile;
        public mach_msg_ool_ports_descriptor_t Ports;
        public mach_msg_guarded_port_descriptor_t Guarded;
    }
}
