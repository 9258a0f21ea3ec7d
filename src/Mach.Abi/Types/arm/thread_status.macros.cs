namespace Mach.Abi;

// mach/arm/thread_status.h: macros with arguments, as for arm64. A state of arm64e holds signed pointers; these do not strip them.
public static partial class MachConstants
{
    /// <summary>The program counter.</summary>
    public static ulong arm_thread_state64_get_pc(in arm_thread_state64_t ts) => ts.__pc;

    /// <summary>The program counter, as the address of a function.</summary>
    public static ulong arm_thread_state64_get_pc_fptr(in arm_thread_state64_t ts) => ts.__pc;

    /// <summary>Sets the program counter to the address of a function.</summary>
    public static void arm_thread_state64_set_pc_fptr(ref arm_thread_state64_t ts, ulong fptr) => ts.__pc = fptr;

    /// <summary>Sets the program counter to an address that is signed already.</summary>
    public static void arm_thread_state64_set_pc_presigned_fptr(ref arm_thread_state64_t ts, ulong fptr) => ts.__pc = fptr;

    /// <summary>The link register.</summary>
    public static ulong arm_thread_state64_get_lr(in arm_thread_state64_t ts) => ts.__lr;

    /// <summary>The link register, as the address of a function.</summary>
    public static ulong arm_thread_state64_get_lr_fptr(in arm_thread_state64_t ts) => ts.__lr;

    /// <summary>Sets the link register to the address of a function.</summary>
    public static void arm_thread_state64_set_lr_fptr(ref arm_thread_state64_t ts, ulong fptr) => ts.__lr = fptr;

    /// <summary>Sets the link register to an address that is signed already.</summary>
    public static void arm_thread_state64_set_lr_presigned_fptr(ref arm_thread_state64_t ts, ulong fptr) => ts.__lr = fptr;

    /// <summary>The stack pointer.</summary>
    public static ulong arm_thread_state64_get_sp(in arm_thread_state64_t ts) => ts.__sp;

    /// <summary>Sets the stack pointer.</summary>
    public static void arm_thread_state64_set_sp(ref arm_thread_state64_t ts, ulong ptr) => ts.__sp = ptr;

    /// <summary>The frame pointer.</summary>
    public static ulong arm_thread_state64_get_fp(in arm_thread_state64_t ts) => ts.__fp;

    /// <summary>Sets the frame pointer.</summary>
    public static void arm_thread_state64_set_fp(ref arm_thread_state64_t ts, ulong ptr) => ts.__fp = ptr;
}
