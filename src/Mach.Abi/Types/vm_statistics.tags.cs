namespace Mach.Abi;

// mach/vm_statistics.h
public static partial class MachConstants
{
    /// <summary>Memory tag: malloc's own regions.</summary>
    public const int VM_MEMORY_MALLOC = 1;

    /// <summary>Memory tag: malloc small.</summary>
    public const int VM_MEMORY_MALLOC_SMALL = 2;

    /// <summary>Memory tag: malloc large.</summary>
    public const int VM_MEMORY_MALLOC_LARGE = 3;

    /// <summary>Memory tag: malloc huge.</summary>
    public const int VM_MEMORY_MALLOC_HUGE = 4;

    /// <summary>Memory tag: sbrk.</summary>
    public const int VM_MEMORY_SBRK = 5;

    /// <summary>Memory tag: realloc.</summary>
    public const int VM_MEMORY_REALLOC = 6;

    /// <summary>Memory tag: malloc tiny.</summary>
    public const int VM_MEMORY_MALLOC_TINY = 7;

    /// <summary>Memory tag: malloc large reusable.</summary>
    public const int VM_MEMORY_MALLOC_LARGE_REUSABLE = 8;

    /// <summary>Memory tag: malloc large reused.</summary>
    public const int VM_MEMORY_MALLOC_LARGE_REUSED = 9;

    /// <summary>Memory tag: analysis tool.</summary>
    public const int VM_MEMORY_ANALYSIS_TOOL = 10;

    /// <summary>Memory tag: malloc nano.</summary>
    public const int VM_MEMORY_MALLOC_NANO = 11;

    /// <summary>Memory tag: malloc medium.</summary>
    public const int VM_MEMORY_MALLOC_MEDIUM = 12;

    /// <summary>Memory tag: malloc probabilistic guard.</summary>
    public const int VM_MEMORY_MALLOC_PROB_GUARD = 13;

    /// <summary>Memory tag: received out-of-line memory.</summary>
    public const int VM_MEMORY_MACH_MSG = 20;

    /// <summary>Memory tag: IOKit.</summary>
    public const int VM_MEMORY_IOKIT = 21;

    /// <summary>Memory tag: a thread's stack.</summary>
    public const int VM_MEMORY_STACK = 30;

    /// <summary>Memory tag: guard pages.</summary>
    public const int VM_MEMORY_GUARD = 31;

    /// <summary>Memory tag: shared page tables.</summary>
    public const int VM_MEMORY_SHARED_PMAP = 32;

    /// <summary>Memory tag: data of dynamic libraries.</summary>
    public const int VM_MEMORY_DYLIB = 33;

    /// <summary>Memory tag: Objective-C dispatchers.</summary>
    public const int VM_MEMORY_OBJC_DISPATCHERS = 34;

    /// <summary>Memory tag: unshared page tables.</summary>
    public const int VM_MEMORY_UNSHARED_PMAP = 35;

    /// <summary>Memory tag: AppKit.</summary>
    public const int VM_MEMORY_APPKIT = 40;

    /// <summary>Memory tag: Foundation.</summary>
    public const int VM_MEMORY_FOUNDATION = 41;

    /// <summary>Memory tag: Core Graphics.</summary>
    public const int VM_MEMORY_COREGRAPHICS = 42;

    /// <summary>Memory tag: Core Services.</summary>
    public const int VM_MEMORY_CORESERVICES = 43;

    /// <summary>Memory tag: Carbon.</summary>
    public const int VM_MEMORY_CARBON = 43;

    /// <summary>Memory tag: Java.</summary>
    public const int VM_MEMORY_JAVA = 44;

    /// <summary>Memory tag: Core Data.</summary>
    public const int VM_MEMORY_COREDATA = 45;

    /// <summary>Memory tag: Core Data object identifiers.</summary>
    public const int VM_MEMORY_COREDATA_OBJECTIDS = 46;

    /// <summary>Memory tag: Apple Type Services.</summary>
    public const int VM_MEMORY_ATS = 50;

    /// <summary>Memory tag: Layer Kit.</summary>
    public const int VM_MEMORY_LAYERKIT = 51;

    /// <summary>Memory tag: images of Core Graphics.</summary>
    public const int VM_MEMORY_CGIMAGE = 52;

    /// <summary>Memory tag: TCMalloc.</summary>
    public const int VM_MEMORY_TCMALLOC = 53;

    /// <summary>Memory tag: Core Graphics data.</summary>
    public const int VM_MEMORY_COREGRAPHICS_DATA = 54;

    /// <summary>Memory tag: Core Graphics shared.</summary>
    public const int VM_MEMORY_COREGRAPHICS_SHARED = 55;

    /// <summary>Memory tag: Core Graphics framebuffers.</summary>
    public const int VM_MEMORY_COREGRAPHICS_FRAMEBUFFERS = 56;

    /// <summary>Memory tag: Core Graphics backingstores.</summary>
    public const int VM_MEMORY_COREGRAPHICS_BACKINGSTORES = 57;

    /// <summary>Memory tag: Core Graphics xalloc.</summary>
    public const int VM_MEMORY_COREGRAPHICS_XALLOC = 58;

    /// <summary>Memory tag: Core Graphics misc.</summary>
    public const int VM_MEMORY_COREGRAPHICS_MISC = 42;

    /// <summary>Memory tag: dyld.</summary>
    public const int VM_MEMORY_DYLD = 60;

    /// <summary>Memory tag: dyld malloc.</summary>
    public const int VM_MEMORY_DYLD_MALLOC = 61;

    /// <summary>Memory tag: SQLite.</summary>
    public const int VM_MEMORY_SQLITE = 62;

    /// <summary>Memory tag: JavaScriptCore.</summary>
    public const int VM_MEMORY_JAVASCRIPT_CORE = 63;

    /// <summary>Memory tag: WebAssembly.</summary>
    public const int VM_MEMORY_WEBASSEMBLY = 63;

    /// <summary>Memory tag: JavaScript JIT executable allocator.</summary>
    public const int VM_MEMORY_JAVASCRIPT_JIT_EXECUTABLE_ALLOCATOR = 64;

    /// <summary>Memory tag: JavaScript JIT register file.</summary>
    public const int VM_MEMORY_JAVASCRIPT_JIT_REGISTER_FILE = 65;

    /// <summary>Memory tag: GLSL.</summary>
    public const int VM_MEMORY_GLSL = 66;

    /// <summary>Memory tag: OpenCL.</summary>
    public const int VM_MEMORY_OPENCL = 67;

    /// <summary>Memory tag: Core Image.</summary>
    public const int VM_MEMORY_COREIMAGE = 68;

    /// <summary>Memory tag: WebCore purgeable buffers.</summary>
    public const int VM_MEMORY_WEBCORE_PURGEABLE_BUFFERS = 69;

    /// <summary>Memory tag: Image I/O.</summary>
    public const int VM_MEMORY_IMAGEIO = 70;

    /// <summary>Memory tag: Core Profile.</summary>
    public const int VM_MEMORY_COREPROFILE = 71;

    /// <summary>Memory tag: assetsd.</summary>
    public const int VM_MEMORY_ASSETSD = 72;

    /// <summary>Memory tag: allocations made once.</summary>
    public const int VM_MEMORY_OS_ALLOC_ONCE = 73;

    /// <summary>Memory tag: libdispatch.</summary>
    public const int VM_MEMORY_LIBDISPATCH = 74;

    /// <summary>Memory tag: Accelerate.</summary>
    public const int VM_MEMORY_ACCELERATE = 75;

    /// <summary>Memory tag: CoreUI.</summary>
    public const int VM_MEMORY_COREUI = 76;

    /// <summary>Memory tag: files of CoreUI.</summary>
    public const int VM_MEMORY_COREUIFILE = 77;

    /// <summary>Memory tag: genealogy.</summary>
    public const int VM_MEMORY_GENEALOGY = 78;

    /// <summary>Memory tag: RawCamera.</summary>
    public const int VM_MEMORY_RAWCAMERA = 79;

    /// <summary>Memory tag: corpse information.</summary>
    public const int VM_MEMORY_CORPSEINFO = 80;

    /// <summary>Memory tag: Apple System Log.</summary>
    public const int VM_MEMORY_ASL = 81;

    /// <summary>Memory tag: Swift runtime.</summary>
    public const int VM_MEMORY_SWIFT_RUNTIME = 82;

    /// <summary>Memory tag: Swift metadata.</summary>
    public const int VM_MEMORY_SWIFT_METADATA = 83;

    /// <summary>Memory tag: DHMM.</summary>
    public const int VM_MEMORY_DHMM = 84;

    /// <summary>Memory tag: SceneKit.</summary>
    public const int VM_MEMORY_SCENEKIT = 86;

    /// <summary>Memory tag: Skywalk.</summary>
    public const int VM_MEMORY_SKYWALK = 87;

    /// <summary>Memory tag: IOSurface.</summary>
    public const int VM_MEMORY_IOSURFACE = 88;

    /// <summary>Memory tag: libnetwork.</summary>
    public const int VM_MEMORY_LIBNETWORK = 89;

    /// <summary>Memory tag: audio.</summary>
    public const int VM_MEMORY_AUDIO = 90;

    /// <summary>Memory tag: video bit stream.</summary>
    public const int VM_MEMORY_VIDEOBITSTREAM = 91;

    /// <summary>Memory tag: Core Media XPC.</summary>
    public const int VM_MEMORY_CM_XPC = 92;

    /// <summary>Memory tag: Core Media RPC.</summary>
    public const int VM_MEMORY_CM_RPC = 93;

    /// <summary>Memory tag: Core Media memory pool.</summary>
    public const int VM_MEMORY_CM_MEMORYPOOL = 94;

    /// <summary>Memory tag: Core Media read cache.</summary>
    public const int VM_MEMORY_CM_READCACHE = 95;

    /// <summary>Memory tag: Core Media CRABS.</summary>
    public const int VM_MEMORY_CM_CRABS = 96;

    /// <summary>Memory tag: Quick Look thumbnails.</summary>
    public const int VM_MEMORY_QUICKLOOK_THUMBNAILS = 97;

    /// <summary>Memory tag: accounts.</summary>
    public const int VM_MEMORY_ACCOUNTS = 98;

    /// <summary>Memory tag: sanitizer.</summary>
    public const int VM_MEMORY_SANITIZER = 99;

    /// <summary>Memory tag: IOAccelerator.</summary>
    public const int VM_MEMORY_IOACCELERATOR = 100;

    /// <summary>Memory tag: Core Media regwarp.</summary>
    public const int VM_MEMORY_CM_REGWARP = 101;

    /// <summary>Memory tag: EAR decoder.</summary>
    public const int VM_MEMORY_EAR_DECODER = 102;

    /// <summary>Memory tag: CoreUI cached image data.</summary>
    public const int VM_MEMORY_COREUI_CACHED_IMAGE_DATA = 103;

    /// <summary>Memory tag: ColorSync.</summary>
    public const int VM_MEMORY_COLORSYNC = 104;

    /// <summary>Memory tag: Bluetooth information.</summary>
    public const int VM_MEMORY_BTINFO = 105;

    /// <summary>Memory tag: Core Media HLS.</summary>
    public const int VM_MEMORY_CM_HLS = 106;

    /// <summary>Memory tag: Rosetta.</summary>
    public const int VM_MEMORY_ROSETTA = 230;

    /// <summary>Memory tag: Rosetta thread context.</summary>
    public const int VM_MEMORY_ROSETTA_THREAD_CONTEXT = 231;

    /// <summary>Memory tag: Rosetta indirect branch map.</summary>
    public const int VM_MEMORY_ROSETTA_INDIRECT_BRANCH_MAP = 232;

    /// <summary>Memory tag: Rosetta return stack.</summary>
    public const int VM_MEMORY_ROSETTA_RETURN_STACK = 233;

    /// <summary>Memory tag: Rosetta executable heap.</summary>
    public const int VM_MEMORY_ROSETTA_EXECUTABLE_HEAP = 234;

    /// <summary>Memory tag: Rosetta user LDT.</summary>
    public const int VM_MEMORY_ROSETTA_USER_LDT = 235;

    /// <summary>Memory tag: Rosetta arena.</summary>
    public const int VM_MEMORY_ROSETTA_ARENA = 236;

    /// <summary>Memory tag: Rosetta 10.</summary>
    public const int VM_MEMORY_ROSETTA_10 = 239;

    /// <summary>Memory tag: the first of the program's own.</summary>
    public const int VM_MEMORY_APPLICATION_SPECIFIC_1 = 240;

    /// <summary>Memory tag: the last of the program's own.</summary>
    public const int VM_MEMORY_APPLICATION_SPECIFIC_16 = 255;

    /// <summary>Number of memory tags.</summary>
    public const int VM_MEMORY_COUNT = 256;
}
