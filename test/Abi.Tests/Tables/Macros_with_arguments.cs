namespace Mach.Abi.Tests;

/// <summary>Macros that change their arguments: the tables have no samples of them.</summary>
public class Macros_with_arguments
{
    [Fact]
    public void A_memory_tag_goes_into_mapping_flags_and_comes_out()
    {
        var flags = (uint)(VM_FLAGS_ANYWHERE | VM_MAKE_TAG(VM_MEMORY_STACK));
        VM_GET_FLAGS_ALIAS(flags, out var alias);
        Assert.Equal((uint)VM_MEMORY_STACK, alias);
        VM_SET_FLAGS_ALIAS(ref flags, VM_MEMORY_APPLICATION_SPECIFIC_16);
        Assert.Equal(0xff000001u, flags);
    }

    [Fact]
    public void Times_of_microseconds_carry_into_seconds()
    {
        var time = new time_value_t { seconds = 1, microseconds = 600_000 };
        time_value_add_usec(ref time, 399_999);
        Assert.Equal((1, 999_999), (time.seconds, time.microseconds));
        time_value_add(ref time, new time_value_t { seconds = 2, microseconds = 1 });
        Assert.Equal((4, 0), (time.seconds, time.microseconds));
    }

    [Fact]
    public void Times_of_nanoseconds_carry_and_borrow()
    {
        var time = new mach_timespec_t { tv_sec = 1, tv_nsec = 999_999_999 };
        ADD_MACH_TIMESPEC(ref time, new mach_timespec_t { tv_sec = 2, tv_nsec = 1 });
        Assert.Equal((4u, 0), (time.tv_sec, time.tv_nsec));
        SUB_MACH_TIMESPEC(ref time, new mach_timespec_t { tv_sec = 1, tv_nsec = 1 });
        Assert.Equal((2u, 999_999_999), (time.tv_sec, time.tv_nsec));
        var later = new mach_timespec_t { tv_sec = 3 };
        Assert.True(CMP_MACH_TIMESPEC(time, later) < 0);
        Assert.True(CMP_MACH_TIMESPEC(later, time) > 0);
        Assert.Equal(0, CMP_MACH_TIMESPEC(time, time));
        Assert.False(BAD_MACH_TIMESPEC(time));
        Assert.True(BAD_MACH_TIMESPEC(new mach_timespec_t { tv_nsec = 1_000_000_000 }));
        Assert.True(BAD_MACH_TIMESPEC(new mach_timespec_t { tv_nsec = -1 }));
    }

    [Fact]
    public void A_cache_mode_goes_into_a_permission_and_comes_out()
    {
        uint permission = VM_PROT_DEFAULT | MAP_MEM_ONLY;
        SET_MAP_MEM(MAP_MEM_WCOMB, ref permission);
        Assert.Equal((uint)MAP_MEM_WCOMB, GET_MAP_MEM(permission));
        Assert.Equal((uint)(VM_PROT_DEFAULT | MAP_MEM_ONLY), permission & 0xffffff);
        Assert.False(invalid_memory_object_flavor(MEMORY_OBJECT_ATTRIBUTE_INFO));
    }

    [Fact]
    public void What_a_zone_can_give_back_is_a_flag_and_bytes()
    {
        ulong word = 0;
        SET_MZI_COLLECTABLE_FLAG(ref word, true);
        SET_MZI_COLLECTABLE_BYTES(ref word, 4096);
        SET_MZI_COLLECTABLE_FLAG(ref word, false);
        Assert.Equal((1UL, 4096UL), (GET_MZI_COLLECTABLE_FLAG(word), GET_MZI_COLLECTABLE_BYTES(word)));
    }

    [Fact]
    public void Operations_of_input_and_output_are_counted()
    {
        var entry = default(io_stat_entry);
        UPDATE_IO_STATS(ref entry, 10);
        UPDATE_IO_STATS_ATOMIC(ref entry, 5);
        Assert.Equal((2UL, 15UL), (entry.count, entry.size));
    }

    [Fact]
    public void The_next_key_of_a_core_file_becomes_this_one() =>
        Assert.Equal(
            MACH_CORE_FILEHEADER_V2_FLAG_EXISTING_COREFILE_KEY_FORMAT_NIST_P256,
            MACH_CORE_FILEHEADER_V2_FLAGS_NEXT_KEY_FORMAT_TO_KEY_FORMAT(MACH_CORE_FILEHEADER_V2_FLAG_NEXT_COREFILE_KEY_FORMAT_NIST_P256));

    [Fact]
    public void Registers_of_an_arm64_thread_are_read_and_set()
    {
        var state = default(arm_thread_state64_t);
        arm_thread_state64_set_pc_fptr(ref state, 1);
        arm_thread_state64_set_lr_fptr(ref state, 2);
        arm_thread_state64_set_sp(ref state, 3);
        arm_thread_state64_set_fp(ref state, 4);
        Assert.Equal((1UL, 2UL, 3UL, 4UL), (state.__pc, state.__lr, state.__sp, state.__fp));
        arm_thread_state64_set_pc_presigned_fptr(ref state, 5);
        arm_thread_state64_set_lr_presigned_fptr(ref state, 6);
        Assert.Equal((5UL, 5UL), (arm_thread_state64_get_pc(state), arm_thread_state64_get_pc_fptr(state)));
        Assert.Equal((6UL, 6UL), (arm_thread_state64_get_lr(state), arm_thread_state64_get_lr_fptr(state)));
        Assert.Equal((3UL, 4UL), (arm_thread_state64_get_sp(state), arm_thread_state64_get_fp(state)));
    }
}
