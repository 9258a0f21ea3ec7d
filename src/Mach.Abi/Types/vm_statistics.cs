namespace Mach.Abi;

// mach/vm_statistics.h
public static partial class MachConstants
{
    /// <summary>Page disposition: in memory.</summary>
    public const int VM_PAGE_QUERY_PAGE_PRESENT = 1;

    /// <summary>Page disposition: a place holder without memory.</summary>
    public const int VM_PAGE_QUERY_PAGE_FICTITIOUS = 2;

    /// <summary>Page disposition: used lately.</summary>
    public const int VM_PAGE_QUERY_PAGE_REF = 4;

    /// <summary>Page disposition: changed.</summary>
    public const int VM_PAGE_QUERY_PAGE_DIRTY = 8;

    /// <summary>Page disposition: compressed or on disk.</summary>
    public const int VM_PAGE_QUERY_PAGE_PAGED_OUT = 16;

    /// <summary>Page disposition: copied on write.</summary>
    public const int VM_PAGE_QUERY_PAGE_COPIED = 0x20;

    /// <summary>Page disposition: read ahead and not used yet.</summary>
    public const int VM_PAGE_QUERY_PAGE_SPECULATIVE = 0x40;

    /// <summary>Page disposition: backed by a file or an outside pager.</summary>
    public const int VM_PAGE_QUERY_PAGE_EXTERNAL = 0x80;

    /// <summary>Page disposition: its code signature was checked.</summary>
    public const int VM_PAGE_QUERY_PAGE_CS_VALIDATED = 0x100;

    /// <summary>Page disposition: its code signature did not match.</summary>
    public const int VM_PAGE_QUERY_PAGE_CS_TAINTED = 0x200;

    /// <summary>Page disposition: its code may not run.</summary>
    public const int VM_PAGE_QUERY_PAGE_CS_NX = 0x400;

    /// <summary>Page disposition: its content may be dropped.</summary>
    public const int VM_PAGE_QUERY_PAGE_REUSABLE = 0x800;

    /// <summary>Mapping flag: at the address given (the absence of <c>VM_FLAGS_ANYWHERE</c>).</summary>
    public const int VM_FLAGS_FIXED = 0;

    /// <summary>Mapping flag: the kernel chooses the address.</summary>
    public const int VM_FLAGS_ANYWHERE = 1;

    /// <summary>Mapping flag: the memory may be made volatile.</summary>
    public const int VM_FLAGS_PURGABLE = 2;

    /// <summary>Mapping flag: the region may not cross a 4 GB boundary.</summary>
    public const int VM_FLAGS_4GB_CHUNK = 4;

    /// <summary>Mapping flag: a random address.</summary>
    public const int VM_FLAGS_RANDOM_ADDR = 8;

    /// <summary>Mapping flag: its pages are the first to be reclaimed.</summary>
    public const int VM_FLAGS_NO_CACHE = 16;

    /// <summary>Mapping flag: pages with a bad code signature read as zeros.</summary>
    public const int VM_FLAGS_RESILIENT_CODESIGN = 0x20;

    /// <summary>Mapping flag: pages that cannot be read in read as zeros.</summary>
    public const int VM_FLAGS_RESILIENT_MEDIA = 0x40;

    /// <summary>Mapping flag: the region cannot be removed again.</summary>
    public const int VM_FLAGS_PERMANENT = 0x80;

    /// <summary>Mapping flag: trusted-path read-only.</summary>
    public const int VM_FLAGS_TPRO = 0x1000;

    /// <summary>Mapping flag: what is mapped there is replaced.</summary>
    public const int VM_FLAGS_OVERWRITE = 0x4000;

    /// <summary>Bits of the flags that hold a large-page size.</summary>
    public const int VM_FLAGS_SUPERPAGE_MASK = 0x70000;

    /// <summary>Mapping flag: answer the address of the data, not of its page.</summary>
    public const int VM_FLAGS_RETURN_DATA_ADDR = 0x100000;

    /// <summary>Mapping flag: answer the address of the data, rounded down to 4096 bytes.</summary>
    public const int VM_FLAGS_RETURN_4K_DATA_ADDR = 0x800000;

    /// <summary>Bits of the flags that hold a memory tag.</summary>
    public const uint VM_FLAGS_ALIAS_MASK = 0xff000000u;

    /// <summary>Mapping flags that need support by the processor.</summary>
    public const int VM_FLAGS_HW = 0x1000;

    /// <summary>Flags that a program may give when it allocates.</summary>
    public const uint VM_FLAGS_USER_ALLOCATE = 0xff07509fu;

    /// <summary>Flags that a program may give when it maps.</summary>
    public const uint VM_FLAGS_USER_MAP = 0xff97509fu;

    /// <summary>Flags that a program may give when it remaps.</summary>
    public const int VM_FLAGS_USER_REMAP = 0x104069;

    /// <summary>Where the large-page size begins in the flags.</summary>
    public const int VM_FLAGS_SUPERPAGE_SHIFT = 16;

    /// <summary>Large-page size: ordinary pages.</summary>
    public const int SUPERPAGE_NONE = 0;

    /// <summary>Large-page size: whatever the processor offers.</summary>
    public const int SUPERPAGE_SIZE_ANY = 1;

    /// <summary>Mapping flag: ordinary pages.</summary>
    public const int VM_FLAGS_SUPERPAGE_NONE = 0;

    /// <summary>Mapping flag: large pages of any size.</summary>
    public const int VM_FLAGS_SUPERPAGE_SIZE_ANY = 0x10000;

    /// <summary>Large-page size: 2 MB.</summary>
    public const int SUPERPAGE_SIZE_2MB = 2;

    /// <summary>Mapping flag: pages of 2 MB.</summary>
    public const int VM_FLAGS_SUPERPAGE_SIZE_2MB = 0x20000;

    /// <summary>A number that tells one revision of the ledger interface from another.</summary>
    public const int __VM_LEDGER_ACCOUNTING_POSTMARK = 0x7857fe18;

    /// <summary>Whom memory is charged to: nobody in particular.</summary>
    public const int VM_LEDGER_TAG_NONE = 0;

    /// <summary>Whom memory is charged to: the task's footprint.</summary>
    public const int VM_LEDGER_TAG_DEFAULT = 1;

    /// <summary>Whom memory is charged to: networking.</summary>
    public const int VM_LEDGER_TAG_NETWORK = 2;

    /// <summary>Whom memory is charged to: media.</summary>
    public const int VM_LEDGER_TAG_MEDIA = 3;

    /// <summary>Whom memory is charged to: graphics.</summary>
    public const int VM_LEDGER_TAG_GRAPHICS = 4;

    /// <summary>Whom memory is charged to: the neural engine.</summary>
    public const int VM_LEDGER_TAG_NEURAL = 5;

    /// <summary>The last ledger tag.</summary>
    public const int VM_LEDGER_TAG_MAX = 5;

    /// <summary>Ledger tag: leave it as it is.</summary>
    public const int VM_LEDGER_TAG_UNCHANGED = -1;

    /// <summary>Ledger flag: do not count it in the footprint.</summary>
    public const int VM_LEDGER_FLAG_NO_FOOTPRINT = 1;

    /// <summary>Ledger flag: do not count it in the footprint, for debugging.</summary>
    public const int VM_LEDGER_FLAG_NO_FOOTPRINT_FOR_DEBUG = 2;

    /// <summary>Ledger flag: the kernel itself asks.</summary>
    public const int VM_LEDGER_FLAG_FROM_KERNEL = 4;

    /// <summary>Ledger flags that a program may give.</summary>
    public const int VM_LEDGER_FLAGS_USER = 3;

    /// <summary>All ledger flags.</summary>
    public const int VM_LEDGER_FLAGS_ALL = 7;

    /// <summary>Memory guard: a range with a hole was deallocated.</summary>
    public const uint kGUARD_EXC_DEALLOC_GAP = 1;

    /// <summary>Memory guard: the reclaim buffer could not be read or written.</summary>
    public const uint kGUARD_EXC_RECLAIM_COPYIO_FAILURE = 2;

    /// <summary>Memory guard: an address map was refused.</summary>
    public const uint kGUARD_EXC_SEC_LOOKUP_DENIED = 3;

    /// <summary>Memory guard: an index of the reclaim buffer is out of range.</summary>
    public const uint kGUARD_EXC_RECLAIM_INDEX_FAILURE = 4;

    /// <summary>Memory guard: an address range was refused.</summary>
    public const uint kGUARD_EXC_SEC_RANGE_DENIED = 6;

    /// <summary>Memory guard: an access was refused.</summary>
    public const uint kGUARD_EXC_SEC_ACCESS_FAULT = 7;

    /// <summary>Memory guard: memory of the reclaim buffer could not be deallocated.</summary>
    public const uint kGUARD_EXC_RECLAIM_DEALLOCATE_FAILURE = 8;

    /// <summary>Memory guard: a copy was refused.</summary>
    public const uint kGUARD_EXC_SEC_COPY_DENIED = 16;

    /// <summary>Memory guard: sharing was refused.</summary>
    public const uint kGUARD_EXC_SEC_SHARING_DENIED = 0x20;

    /// <summary>Memory guard: an access was refused, and that was found out later.</summary>
    public const uint kGUARD_EXC_SEC_ASYNC_ACCESS_FAULT = 0x40;
}
