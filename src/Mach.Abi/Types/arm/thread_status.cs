namespace Mach.Abi;

// mach/arm/thread_status.h
public static partial class MachConstants
{
    /// <summary>Thread state flavor: <c>arm_thread_state_t</c>; a 64-bit thread gives <c>arm_unified_thread_state_t</c>.</summary>
    public const int ARM_THREAD_STATE = 1;

    /// <summary>Thread state flavor: <c>arm_unified_thread_state_t</c>.</summary>
    public const int ARM_UNIFIED_THREAD_STATE = 1;

    /// <summary>Thread state flavor: <c>arm_vfp_state_t</c>.</summary>
    public const int ARM_VFP_STATE = 2;

    /// <summary>Thread state flavor: <c>arm_exception_state_t</c>.</summary>
    public const int ARM_EXCEPTION_STATE = 3;

    /// <summary>Thread state flavor: <c>arm_debug_state_t</c>, of old.</summary>
    public const int ARM_DEBUG_STATE = 4;

    /// <summary>Thread state flavor: none.</summary>
    public static TargetConstant<int> THREAD_STATE_NONE => new(arm64: 5, x86_64: 13);

    /// <summary>Thread state flavor: <c>arm_thread_state64_t</c>.</summary>
    public const int ARM_THREAD_STATE64 = 6;

    /// <summary>Thread state flavor: <c>arm_exception_state64_t</c>.</summary>
    public const int ARM_EXCEPTION_STATE64 = 7;

    /// <summary>Thread state flavor: <c>arm_thread_state32_t</c>.</summary>
    public const int ARM_THREAD_STATE32 = 9;

    /// <summary>Thread state flavor: <c>arm_exception_state64_v2_t</c>.</summary>
    public const int ARM_EXCEPTION_STATE64_V2 = 10;

    /// <summary>Thread state flavor: <c>arm_debug_state32_t</c>.</summary>
    public const int ARM_DEBUG_STATE32 = 14;

    /// <summary>Thread state flavor: <c>arm_debug_state64_t</c>.</summary>
    public const int ARM_DEBUG_STATE64 = 15;

    /// <summary>Thread state flavor: <c>arm_neon_state_t</c>.</summary>
    public const int ARM_NEON_STATE = 16;

    /// <summary>Thread state flavor: <c>arm_neon_state64_t</c>.</summary>
    public const int ARM_NEON_STATE64 = 17;

    /// <summary>Thread state flavor: performance counters.</summary>
    public const int ARM_CPMU_STATE64 = 18;

    /// <summary>Thread state flavor: <c>arm_pagein_state_t</c>.</summary>
    public const int ARM_PAGEIN_STATE = 27;

    /// <summary>Thread state flavor: <c>arm_sme_state_t</c>.</summary>
    public const int ARM_SME_STATE = 28;

    /// <summary>Thread state flavor: <c>arm_sve_z_state_t</c>, vector registers 0 to 15.</summary>
    public const int ARM_SVE_Z_STATE1 = 29;

    /// <summary>Thread state flavor: <c>arm_sve_z_state_t</c>, vector registers 16 to 31.</summary>
    public const int ARM_SVE_Z_STATE2 = 30;

    /// <summary>Thread state flavor: <c>arm_sve_p_state_t</c>.</summary>
    public const int ARM_SVE_P_STATE = 31;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 1 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE1 = 32;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 2 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE2 = 33;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 3 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE3 = 34;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 4 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE4 = 35;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 5 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE5 = 36;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 6 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE6 = 37;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 7 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE7 = 38;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 8 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE8 = 39;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 9 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE9 = 40;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 10 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE10 = 41;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 11 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE11 = 42;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 12 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE12 = 42;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 13 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE13 = 44;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 14 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE14 = 45;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 15 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE15 = 46;

    /// <summary>Thread state flavor: <c>arm_sme_za_state_t</c>, piece 16 of 16 of the matrix.</summary>
    public const int ARM_SME_ZA_STATE16 = 47;

    /// <summary>Thread state flavor: <c>arm_sme2_state_t</c>.</summary>
    public const int ARM_SME2_STATE = 48;

    /// <summary>One more than the last thread state flavor.</summary>
    public static TargetConstant<int> THREAD_STATE_FLAVORS => new(arm64: 50, x86_64: 26);

    /// <summary>Words of <c>ARM_THREAD_STATE</c>.</summary>
    public const uint ARM_THREAD_STATE_COUNT = 17;

    /// <summary>Words of <c>ARM_THREAD_STATE32</c>.</summary>
    public const uint ARM_THREAD_STATE32_COUNT = 17;

    /// <summary>Words of <c>ARM_THREAD_STATE64</c>.</summary>
    public const uint ARM_THREAD_STATE64_COUNT = 68;

    /// <summary>Words of <c>ARM_UNIFIED_THREAD_STATE</c>.</summary>
    public const uint ARM_UNIFIED_THREAD_STATE_COUNT = 70;

    /// <summary>Words of <c>ARM_VFP_STATE</c>.</summary>
    public const uint ARM_VFP_STATE_COUNT = 65;

    /// <summary>Words of <c>ARM_EXCEPTION_STATE</c>.</summary>
    public const uint ARM_EXCEPTION_STATE_COUNT = 3;

    /// <summary>Words of <c>ARM_EXCEPTION_STATE64</c>.</summary>
    public const uint ARM_EXCEPTION_STATE64_COUNT = 4;

    /// <summary>Words of <c>ARM_EXCEPTION_STATE64_V2</c>.</summary>
    public const uint ARM_EXCEPTION_STATE64_V2_COUNT = 4;

    /// <summary>Words of <c>ARM_DEBUG_STATE</c>.</summary>
    public const uint ARM_DEBUG_STATE_COUNT = 64;

    /// <summary>Words of <c>ARM_DEBUG_STATE32</c>.</summary>
    public const uint ARM_DEBUG_STATE32_COUNT = 66;

    /// <summary>Words of <c>ARM_PAGEIN_STATE</c>.</summary>
    public const uint ARM_PAGEIN_STATE_COUNT = 1;

    /// <summary>Words of <c>ARM_DEBUG_STATE64</c>.</summary>
    public const uint ARM_DEBUG_STATE64_COUNT = 130;

    /// <summary>Words of <c>ARM_NEON_STATE</c>.</summary>
    public const uint ARM_NEON_STATE_COUNT = 68;

    /// <summary>Words of <c>ARM_NEON_STATE64</c>.</summary>
    public const uint ARM_NEON_STATE64_COUNT = 132;

    /// <summary>Words of <c>ARM_SME_STATE</c>.</summary>
    public const uint ARM_SME_STATE_COUNT = 6;

    /// <summary>Words of <c>ARM_SVE_Z_STATE1</c> and <c>ARM_SVE_Z_STATE2</c>.</summary>
    public const uint ARM_SVE_Z_STATE_COUNT = 1024;

    /// <summary>Words of <c>ARM_SVE_P_STATE</c>.</summary>
    public const uint ARM_SVE_P_STATE_COUNT = 128;

    /// <summary>Words of each <c>ARM_SME_ZA_STATE*</c>.</summary>
    public const uint ARM_SME_ZA_STATE_COUNT = 1024;

    /// <summary>Words of <c>ARM_SME2_STATE</c>.</summary>
    public const uint ARM_SME2_STATE_COUNT = 16;

    /// <summary>Thread state flavor of exceptions by default.</summary>
    public static TargetConstant<int> MACHINE_THREAD_STATE => new(arm64: 1, x86_64: 7);

    /// <summary>Words of <c>MACHINE_THREAD_STATE</c>.</summary>
    public static TargetConstant<uint> MACHINE_THREAD_STATE_COUNT => new(arm64: 70, x86_64: 44);

    /// <summary>Most words of a thread state.</summary>
    public const int THREAD_MACHINE_STATE_MAX = 1296;
}
