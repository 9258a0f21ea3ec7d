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

    /// <summary>Memory tag: malloc prob guard.</summary>
    public const int VM_MEMORY_MALLOC_PROB_GUARD = 13;

    /// <summary>Memory tag: received out-of-line memory.</summary>
    public const int VM_MEMORY_MACH_MSG = 20;

    /// <summary>Memory tag: iokit.</summary>
    public const int VM_MEMORY_IOKIT = 21;

    /// <summary>Memory tag: a thread's stack.</summary>
    public const int VM_MEMORY_STACK = 30;

    /// <summary>Memory tag: guard pages.</summary>
    public const int VM_MEMORY_GUARD = 31;

    /// <summary>Memory tag: shared pmap.</summary>
    public const int VM_MEMORY_SHARED_PMAP = 0x20;

    /// <summary>Memory tag: data of dynamic libraries.</summary>
    public const int VM_MEMORY_DYLIB = 33;

    /// <summary>Memory tag: objc dispatchers.</summary>
    public const int VM_MEMORY_OBJC_DISPATCHERS = 34;

    /// <summary>Memory tag: unshared pmap.</summary>
    public const int VM_MEMORY_UNSHARED_PMAP = 35;

    /// <summary>Memory tag: appkit.</summary>
    public const int VM_MEMORY_APPKIT = 40;

    /// <summary>Memory tag: foundation.</summary>
    public const int VM_MEMORY_FOUNDATION = 41;

    /// <summary>Memory tag: coregraphics.</summary>
    public const int VM_MEMORY_COREGRAPHICS = 42;

    /// <summary>Memory tag: coreservices.</summary>
    public const int VM_MEMORY_CORESERVICES = 43;

    /// <summary>Memory tag: carbon.</summary>
    public const int VM_MEMORY_CARBON = 43;

    /// <summary>Memory tag: java.</summary>
    public const int VM_MEMORY_JAVA = 44;

    /// <summary>Memory tag: coredata.</summary>
    public const int VM_MEMORY_COREDATA = 45;

    /// <summary>Memory tag: coredata objectids.</summary>
    public const int VM_MEMORY_COREDATA_OBJECTIDS = 46;

    /// <summary>Memory tag: ats.</summary>
    public const int VM_MEMORY_ATS = 50;

    /// <summary>Memory tag: layerkit.</summary>
    public const int VM_MEMORY_LAYERKIT = 51;

    /// <summary>Memory tag: cgimage.</summary>
    public const int VM_MEMORY_CGIMAGE = 52;

    /// <summary>Memory tag: tcmalloc.</summary>
    public const int VM_MEMORY_TCMALLOC = 53;

    /// <summary>Memory tag: coregraphics data.</summary>
    public const int VM_MEMORY_COREGRAPHICS_DATA = 54;

    /// <summary>Memory tag: coregraphics shared.</summary>
    public const int VM_MEMORY_COREGRAPHICS_SHARED = 55;

    /// <summary>Memory tag: coregraphics framebuffers.</summary>
    public const int VM_MEMORY_COREGRAPHICS_FRAMEBUFFERS = 56;

    /// <summary>Memory tag: coregraphics backingstores.</summary>
    public const int VM_MEMORY_COREGRAPHICS_BACKINGSTORES = 57;

    /// <summary>Memory tag: coregraphics xalloc.</summary>
    public const int VM_MEMORY_COREGRAPHICS_XALLOC = 58;

    /// <summary>Memory tag: coregraphics misc.</summary>
    public const int VM_MEMORY_COREGRAPHICS_MISC = 42;

    /// <summary>Memory tag: dyld.</summary>
    public const int VM_MEMORY_DYLD = 60;

    /// <summary>Memory tag: dyld malloc.</summary>
    public const int VM_MEMORY_DYLD_MALLOC = 61;

    /// <summary>Memory tag: sqlite.</summary>
    public const int VM_MEMORY_SQLITE = 62;

    /// <summary>Memory tag: javascript core.</summary>
    public const int VM_MEMORY_JAVASCRIPT_CORE = 63;

    /// <summary>Memory tag: webassembly.</summary>
    public const int VM_MEMORY_WEBASSEMBLY = 63;

    /// <summary>Memory tag: javascript jit executable allocator.</summary>
    public const int VM_MEMORY_JAVASCRIPT_JIT_EXECUTABLE_ALLOCATOR = 0x40;

    /// <summary>Memory tag: javascript jit register file.</summary>
    public const int VM_MEMORY_JAVASCRIPT_JIT_REGISTER_FILE = 65;

    /// <summary>Memory tag: glsl.</summary>
    public const int VM_MEMORY_GLSL = 66;

    /// <summary>Memory tag: opencl.</summary>
    public const int VM_MEMORY_OPENCL = 67;

    /// <summary>Memory tag: coreimage.</summary>
    public const int VM_MEMORY_COREIMAGE = 68;

    /// <summary>Memory tag: webcore purgeable buffers.</summary>
    public const int VM_MEMORY_WEBCORE_PURGEABLE_BUFFERS = 69;

    /// <summary>Memory tag: imageio.</summary>
    public const int VM_MEMORY_IMAGEIO = 70;

    /// <summary>Memory tag: coreprofile.</summary>
    public const int VM_MEMORY_COREPROFILE = 71;

    /// <summary>Memory tag: assetsd.</summary>
    public const int VM_MEMORY_ASSETSD = 72;

    /// <summary>Memory tag: os alloc once.</summary>
    public const int VM_MEMORY_OS_ALLOC_ONCE = 73;

    /// <summary>Memory tag: libdispatch.</summary>
    public const int VM_MEMORY_LIBDISPATCH = 74;

    /// <summary>Memory tag: accelerate.</summary>
    public const int VM_MEMORY_ACCELERATE = 75;

    /// <summary>Memory tag: coreui.</summary>
    public const int VM_MEMORY_COREUI = 76;

    /// <summary>Memory tag: coreuifile.</summary>
    public const int VM_MEMORY_COREUIFILE = 77;

    /// <summary>Memory tag: genealogy.</summary>
    public const int VM_MEMORY_GENEALOGY = 78;

    /// <summary>Memory tag: rawcamera.</summary>
    public const int VM_MEMORY_RAWCAMERA = 79;

    /// <summary>Memory tag: corpseinfo.</summary>
    public const int VM_MEMORY_CORPSEINFO = 80;

    /// <summary>Memory tag: asl.</summary>
    public const int VM_MEMORY_ASL = 81;

    /// <summary>Memory tag: swift runtime.</summary>
    public const int VM_MEMORY_SWIFT_RUNTIME = 82;

    /// <summary>Memory tag: swift metadata.</summary>
    public const int VM_MEMORY_SWIFT_METADATA = 83;

    /// <summary>Memory tag: dhmm.</summary>
    public const int VM_MEMORY_DHMM = 84;

    /// <summary>Memory tag: scenekit.</summary>
    public const int VM_MEMORY_SCENEKIT = 86;

    /// <summary>Memory tag: skywalk.</summary>
    public const int VM_MEMORY_SKYWALK = 87;

    /// <summary>Memory tag: iosurface.</summary>
    public const int VM_MEMORY_IOSURFACE = 88;

    /// <summary>Memory tag: libnetwork.</summary>
    public const int VM_MEMORY_LIBNETWORK = 89;

    /// <summary>Memory tag: audio.</summary>
    public const int VM_MEMORY_AUDIO = 90;

    /// <summary>Memory tag: videobitstream.</summary>
    public const int VM_MEMORY_VIDEOBITSTREAM = 91;

    /// <summary>Memory tag: cm xpc.</summary>
    public const int VM_MEMORY_CM_XPC = 92;

    /// <summary>Memory tag: cm rpc.</summary>
    public const int VM_MEMORY_CM_RPC = 93;

    /// <summary>Memory tag: cm memorypool.</summary>
    public const int VM_MEMORY_CM_MEMORYPOOL = 94;

    /// <summary>Memory tag: cm readcache.</summary>
    public const int VM_MEMORY_CM_READCACHE = 95;

    /// <summary>Memory tag: cm crabs.</summary>
    public const int VM_MEMORY_CM_CRABS = 96;

    /// <summary>Memory tag: quicklook thumbnails.</summary>
    public const int VM_MEMORY_QUICKLOOK_THUMBNAILS = 97;

    /// <summary>Memory tag: accounts.</summary>
    public const int VM_MEMORY_ACCOUNTS = 98;

    /// <summary>Memory tag: sanitizer.</summary>
    public const int VM_MEMORY_SANITIZER = 99;

    /// <summary>Memory tag: ioaccelerator.</summary>
    public const int VM_MEMORY_IOACCELERATOR = 100;

    /// <summary>Memory tag: cm regwarp.</summary>
    public const int VM_MEMORY_CM_REGWARP = 101;

    /// <summary>Memory tag: ear decoder.</summary>
    public const int VM_MEMORY_EAR_DECODER = 102;

    /// <summary>Memory tag: coreui cached image data.</summary>
    public const int VM_MEMORY_COREUI_CACHED_IMAGE_DATA = 103;

    /// <summary>Memory tag: colorsync.</summary>
    public const int VM_MEMORY_COLORSYNC = 104;

    /// <summary>Memory tag: btinfo.</summary>
    public const int VM_MEMORY_BTINFO = 105;

    /// <summary>Memory tag: cm hls.</summary>
    public const int VM_MEMORY_CM_HLS = 106;

    /// <summary>Memory tag: rosetta.</summary>
    public const int VM_MEMORY_ROSETTA = 230;

    /// <summary>Memory tag: rosetta thread context.</summary>
    public const int VM_MEMORY_ROSETTA_THREAD_CONTEXT = 231;

    /// <summary>Memory tag: rosetta indirect branch map.</summary>
    public const int VM_MEMORY_ROSETTA_INDIRECT_BRANCH_MAP = 232;

    /// <summary>Memory tag: rosetta return stack.</summary>
    public const int VM_MEMORY_ROSETTA_RETURN_STACK = 233;

    /// <summary>Memory tag: rosetta executable heap.</summary>
    public const int VM_MEMORY_ROSETTA_EXECUTABLE_HEAP = 234;

    /// <summary>Memory tag: rosetta user ldt.</summary>
    public const int VM_MEMORY_ROSETTA_USER_LDT = 235;

    /// <summary>Memory tag: rosetta arena.</summary>
    public const int VM_MEMORY_ROSETTA_ARENA = 236;

    /// <summary>Memory tag: rosetta 10.</summary>
    public const int VM_MEMORY_ROSETTA_10 = 239;

    /// <summary>Memory tag: the first of the program's own.</summary>
    public const int VM_MEMORY_APPLICATION_SPECIFIC_1 = 240;

    /// <summary>Memory tag: the last of the program's own.</summary>
    public const int VM_MEMORY_APPLICATION_SPECIFIC_16 = 255;

    /// <summary>Number of memory tags.</summary>
    public const int VM_MEMORY_COUNT = 256;
}
