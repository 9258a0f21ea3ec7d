using System.Text;
using static Mach.Raw.LibSystem;

namespace Mach.Library.Tests;

/// <summary>What the C library adds around traps and routines.</summary>
public sealed unsafe class A_C_function : World
{
    [Fact]
    public void Copies_a_string_as_far_as_there_is_room_and_ends_it()
    {
        byte[] text = Encoding.ASCII.GetBytes("text\0");
        byte[] room = [9, 9, 9, 9, 9, 9, 9];
        fixed (byte* from = text)
        fixed (byte* to = room)
        {
            Assert.Equal(5, mig_strncpy(to, from, 7));
            Assert.Equal("text\0\t\t"u8, room);
            Assert.Equal(3, mig_strncpy(to, from, 3));
            Assert.Equal("te\0t\0\t\t"u8, room);
            Assert.Equal(0, mig_strncpy(to, from, 0));
            Assert.Equal(5, mig_strncpy_zerofill(to, from, 7));
            Assert.Equal("text\0\0\0"u8, room);
        }
    }

    [Fact]
    public void Takes_the_voucher_out_of_a_message_and_leaves_the_rest()
    {
        var message = new mach_msg_header_t { msgh_bits = 0x80111513, msgh_voucher_port = 0x503, msgh_remote_port = 0x903 };
        voucher_mach_msg_clear(&message);
        Assert.Equal((0x80001513u, 0u, 0x903u), (message.msgh_bits, message.msgh_voucher_port, message.msgh_remote_port));
        Assert.Equal(0, voucher_mach_msg_set(&message));
        Assert.Equal(ulong.MaxValue, (ulong)voucher_mach_msg_adopt(&message));
    }

    [Fact]
    public void Reads_clocks_that_do_not_go_back()
    {
        using (Alice.Enter())
        {
            ulong first = mach_absolute_time();
            Assert.True(mach_approximate_time() >= first);
            Assert.True(mach_continuous_time() >= first);
            mach_timebase_info_data_t fraction;
            Assert.Equal(KERN_SUCCESS, mach_timebase_info(&fraction));
            Assert.Equal((1u, 1u), (fraction.numer, fraction.denom));
        }
    }

    [Fact]
    public void Knows_the_running_task_and_no_other()
    {
        using (Alice.Enter())
        {
            Assert.Equal(1, mach_task_is_self(mach_task_self()));
            Assert.Equal(0, mach_task_is_self(MACH_PORT_NULL));
            mach_port_t host = mach_host_self();
            Assert.Equal(0, mach_task_is_self(host));
            Assert.Equal(KERN_SUCCESS, mach_port_deallocate(mach_task_self(), host));
        }
    }

    [Fact]
    public void Says_who_owns_what_comes_and_goes()
    {
        var functions = typeof(Mach.Raw.LibSystem);
        var deallocate = functions.GetMethod(nameof(mach_port_deallocate))!.GetParameters();
        Assert.True(deallocate[0].IsDefined(typeof(BorrowsAttribute), inherit: false));
        Assert.True(deallocate[1].IsDefined(typeof(TakesOwnershipAttribute), inherit: false));
        var create = functions.GetMethod(nameof(semaphore_create))!.GetParameters();
        Assert.Equal(RawMachRight.Send, Owned(create[1]));
        Assert.Equal(RawMachRight.Receive, Owned(functions.GetMethod(nameof(mach_reply_port))!.ReturnParameter));
        Assert.True(functions.GetMethod(nameof(thread_terminate))!.GetParameters()[0].IsDefined(typeof(TakesOwnershipAttribute), inherit: false));
    }

    private static RawMachRight Owned(System.Reflection.ParameterInfo parameter) =>
        ((ReturnsOwnedAttribute)parameter.GetCustomAttributes(typeof(ReturnsOwnedAttribute), inherit: false).Single()).Right;
}
