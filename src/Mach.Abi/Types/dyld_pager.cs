namespace Mach.Abi;

// mach/dyld_pager.h
public static partial class MachConstants
{
    /// <summary>Revision of <c>mwl_info_hdr</c>.</summary>
    public const int MWL_INFO_VERS = 7;

    /// <summary>Most regions of one call.</summary>
    public const int MWL_MAX_REGION_COUNT = 5;

    /// <summary>Ends mapping with linking for the task.</summary>
    public const ulong DYLD_VM_END_MWL = 0xffffffffffffffff;
}
