namespace Mach.Abi;

// mach/vm_region.h
public static partial class MachConstants
{
    /// <summary>Most words of a region's information.</summary>
    public const int VM_REGION_INFO_MAX = 1024;

    /// <summary>Region info flavor: <c>vm_region_basic_info_data_64_t</c>.</summary>
    public const int VM_REGION_BASIC_INFO_64 = 9;

    /// <summary>Words of <c>VM_REGION_BASIC_INFO_64</c>.</summary>
    public const uint VM_REGION_BASIC_INFO_COUNT_64 = 9;

    /// <summary>Region info flavor: <c>vm_region_basic_info_data_t</c>; 64-bit callers get the 64-bit one.</summary>
    public const int VM_REGION_BASIC_INFO = 10;

    /// <summary>Words of <c>VM_REGION_BASIC_INFO</c>.</summary>
    public const uint VM_REGION_BASIC_INFO_COUNT = 8;

    /// <summary>Share mode: copy on write.</summary>
    public const int SM_COW = 1;

    /// <summary>Share mode: private.</summary>
    public const int SM_PRIVATE = 2;

    /// <summary>Share mode: nothing there.</summary>
    public const int SM_EMPTY = 3;

    /// <summary>Share mode: shared.</summary>
    public const int SM_SHARED = 4;

    /// <summary>Share mode: shared and writable by others.</summary>
    public const int SM_TRUESHARED = 5;

    /// <summary>Share mode: private, mapped more than once.</summary>
    public const int SM_PRIVATE_ALIASED = 6;

    /// <summary>Share mode: shared, mapped more than once.</summary>
    public const int SM_SHARED_ALIASED = 7;

    /// <summary>Share mode: large pages.</summary>
    public const int SM_LARGE_PAGE = 8;

    /// <summary>Region info flavor: <c>vm_region_extended_info_data_t</c>.</summary>
    public const int VM_REGION_EXTENDED_INFO = 13;

    /// <summary>Words of <c>VM_REGION_EXTENDED_INFO</c>.</summary>
    public const uint VM_REGION_EXTENDED_INFO_COUNT = 9;

    /// <summary>Region info flavor: <c>vm_region_top_info_data_t</c>.</summary>
    public const int VM_REGION_TOP_INFO = 12;

    /// <summary>Words of <c>VM_REGION_TOP_INFO</c>.</summary>
    public const uint VM_REGION_TOP_INFO_COUNT = 5;

    /// <summary>Words of <c>vm_region_submap_info_data_t</c>.</summary>
    public const uint VM_REGION_SUBMAP_INFO_COUNT = 15;

    /// <summary>Bytes of <c>vm_region_submap_info_data_64_t</c>, version 2.</summary>
    public const ulong VM_REGION_SUBMAP_INFO_V2_SIZE = 76;

    /// <summary>Bytes of <c>vm_region_submap_info_data_64_t</c>, version 1.</summary>
    public const ulong VM_REGION_SUBMAP_INFO_V1_SIZE = 68;

    /// <summary>Bytes of <c>vm_region_submap_info_data_64_t</c>, version 0.</summary>
    public const ulong VM_REGION_SUBMAP_INFO_V0_SIZE = 64;

    /// <summary>Words of <c>vm_region_submap_info_data_64_t</c>, version 2.</summary>
    public const uint VM_REGION_SUBMAP_INFO_V2_COUNT_64 = 19;

    /// <summary>Words of <c>vm_region_submap_info_data_64_t</c>, version 1.</summary>
    public const uint VM_REGION_SUBMAP_INFO_V1_COUNT_64 = 17;

    /// <summary>Words of <c>vm_region_submap_info_data_64_t</c>, version 0.</summary>
    public const uint VM_REGION_SUBMAP_INFO_V0_COUNT_64 = 16;

    /// <summary>Words of <c>vm_region_submap_info_data_64_t</c>, newest version.</summary>
    public const uint VM_REGION_SUBMAP_INFO_COUNT_64 = 19;

    /// <summary>Words of <c>vm_region_submap_short_info_data_64_t</c>.</summary>
    public const uint VM_REGION_SUBMAP_SHORT_INFO_COUNT_64 = 12;

    /// <summary>Ranges of one list read.</summary>
    public const int VM_MAP_ENTRY_MAX = 256;

    /// <summary>Page info flavor: <c>vm_page_info_basic_data_t</c>.</summary>
    public const int VM_PAGE_INFO_BASIC = 1;

    /// <summary>Words of <c>VM_PAGE_INFO_BASIC</c>.</summary>
    public const uint VM_PAGE_INFO_BASIC_COUNT = 8;
}
