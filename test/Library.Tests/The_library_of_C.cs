using Mach.Raw;
using static Mach.Raw.LibSystem;

namespace Mach.Library.Tests;

/// <summary>Small functions of the C library beside the messages; each test acts as one task.</summary>
public sealed unsafe class The_library_of_C : World
{
    [Fact, Rule("R-DBG-15")]
    public void Makes_receive_rights_that_are_guarded_unless_told_otherwise() => Alice.Run(() =>
    {
        mach_right_send_t send;
        mach_right_recv_t receive = mach_right_recv_construct(MACH_RIGHT_RECV_FLAG_INIT, &send, 0x4711);
        Assert.Equal(receive.mrr_name, send.mrs_name);
        Assert.Equal(KERN_INVALID_ARGUMENT, mach_port_guard(mach_task_self(), receive.mrr_name, 1, 0));
        var limits = new mach_port_limits_t();
        mach_msg_type_number_t count = 1;
        Assert.Equal(KERN_SUCCESS, mach_port_get_attributes(mach_task_self(), receive.mrr_name, MACH_PORT_LIMITS_INFO, (int*)&limits, &count));
        Assert.Equal(5u, limits.mpl_qlimit);

        var other = new mach_right_send_t { mrs_name = receive.mrr_name + 1 };
        Assert.Throws<MachException>(() => Destruct(receive, other));
        mach_right_recv_destruct(receive, &send, 0x4711);
        mach_port_type_t type;
        Assert.Equal(KERN_INVALID_NAME, mach_port_type(mach_task_self(), receive.mrr_name, &type));

        mach_right_recv_t plain = mach_right_recv_construct(MACH_RIGHT_RECV_FLAG_UNGUARDED, null, 0);
        Assert.Equal(KERN_SUCCESS, mach_port_guard(mach_task_self(), plain.mrr_name, 6, 0));
        Assert.Equal(KERN_SUCCESS, mach_port_unguard(mach_task_self(), plain.mrr_name, 6));
        mach_right_recv_destruct(plain, null, 0);

        static void Destruct(mach_right_recv_t receive, mach_right_send_t send) => mach_right_recv_destruct(receive, &send, 0x4711);
    });

    [Fact, Rule("R-DBG-15")]
    public void Counts_rights_of_one_kind_and_drops_what_has_died() => Alice.Run(() =>
    {
        mach_right_recv_t receive = mach_right_recv_construct(MACH_RIGHT_RECV_FLAG_UNGUARDED, null, 0);
        mach_right_send_t send = mach_right_send_create(receive);
        Assert.Equal(send, mach_right_send_retain(send));
        Assert.Equal(2u, References(send.mrs_name, MACH_PORT_RIGHT_SEND));
        mach_right_send_release(send);
        mach_right_send_once_t once = mach_right_send_once_create(receive), unused = mach_right_send_once_create(receive);
        mach_right_send_once_consume(unused);
        Assert.Equal(1u, References(once.mrso_name, MACH_PORT_RIGHT_SEND_ONCE));
        mach_right_recv_destruct(receive, null, 0);

        Assert.Equal(MACH_PORT_DEAD, mach_right_send_retain(send).mrs_name);
        mach_right_send_release(send);
        mach_right_send_once_consume(once);
        Assert.Throws<MachException>(() => mach_right_send_release(send));
        Assert.Throws<MachException>(() => mach_right_send_once_consume(once));

        static uint References(uint name, uint right)
        {
            mach_port_urefs_t count;
            Assert.Equal(KERN_SUCCESS, mach_port_get_refs(mach_task_self(), name, right, &count));
            return count;
        }
    });

    [Fact, Rule("R-DBG-12")]
    public void Keeps_a_reply_port_for_each_thread_until_it_is_given_up() => Alice.Run(() =>
    {
        mach_port_t first = mig_get_reply_port();
        Assert.Equal(first, mig_get_reply_port());
        mig_put_reply_port(first);
        Assert.Equal(first, mig_get_reply_port());
        mach_port_t ofOther = 0;
        new Background(() => Alice.Run(() =>
        {
            ofOther = mig_get_reply_port();
            mig_dealloc_reply_port(ofOther);
        })).Join();
        Assert.NotEqual(first, ofOther);

        // Giving up any port gives up the thread's; another one loses a reference besides.
        mach_port_t own;
        Assert.Equal(KERN_SUCCESS, mach_port_allocate(mach_task_self(), MACH_PORT_RIGHT_RECEIVE, &own));
        Assert.Equal(KERN_SUCCESS, mach_port_insert_right(mach_task_self(), own, own, MACH_MSG_TYPE_MAKE_SEND));
        mig_dealloc_reply_port(own);
        mach_port_type_t type;
        Assert.Equal(KERN_INVALID_NAME, mach_port_type(mach_task_self(), first, &type));
        Assert.Equal(KERN_SUCCESS, mach_port_type(mach_task_self(), own, &type));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, type);
        Assert.Equal(KERN_SUCCESS, mach_port_mod_refs(mach_task_self(), own, MACH_PORT_RIGHT_RECEIVE, -1));
        mach_port_t second = mig_get_reply_port();
        mig_dealloc_reply_port(second);
        Assert.Equal(KERN_INVALID_NAME, mach_port_type(mach_task_self(), second, &type));
        _ = mig_get_reply_port();
    });

    [Fact, Rule("R-DBG-13")]
    public void Allocates_for_stubs_and_says_nothing_of_failure() => Alice.Run(() =>
    {
        vm_address_t address;
        mig_allocate(&address, 100);
        Assert.NotEqual(0u, address);
        ((byte*)address)[99] = 1;
        mig_deallocate(address, 100);
        mig_deallocate(address, 100);
        mig_allocate(&address, ulong.MaxValue - 100_000);
        Assert.Equal(0u, address);
    });

    [Fact, Rule("R-DBG-14")]
    public void Makes_an_error_reply_but_for_its_code()
    {
        var request = new mach_msg_header_t
        {
            msgh_bits = MACH_MSGH_BITS(MACH_MSG_TYPE_PORT_SEND, MACH_MSG_TYPE_PORT_SEND_ONCE), msgh_local_port = 0x1203, msgh_remote_port = 0x1303, msgh_id = 400,
        };
        var reply = new mig_reply_error_t { RetCode = (kern_return_t)77 };
        reply.Head.msgh_voucher_port = 0x99;
        mig_reply_setup(&request, (mach_msg_header_t*)&reply);
        Assert.Equal((MACH_MSG_TYPE_PORT_SEND_ONCE, 36u, 0x1203u, 0u, 500), ((int)reply.Head.msgh_bits, reply.Head.msgh_size, reply.Head.msgh_remote_port, reply.Head.msgh_local_port, reply.Head.msgh_id));
        Assert.Equal((77, 0x99u, (byte)1), ((int)reply.RetCode, reply.Head.msgh_voucher_port, reply.NDR.int_rep));
    }

    [Fact, Rule("R-DBG-16")]
    public void Knows_the_size_of_a_page_without_asking()
    {
        vm_size_t size;
        Assert.Equal(KERN_SUCCESS, host_page_size(MACH_PORT_NULL, &size));
        Assert.Equal(((vm_size_t)Environment.SystemPageSize, size), (vm_page_size, vm_kernel_page_size));
    }
}
