namespace Mach.Abi;

// mach/kmod.h
public static partial class MachConstants
{
    /// <summary>Bytes of a kernel module's name, with its final zero.</summary>
    public const int KMOD_MAX_NAME = 64;

    /// <summary>What a kernel module answers: it worked.</summary>
    public const int KMOD_RETURN_SUCCESS = 0;

    /// <summary>What a kernel module answers: it failed.</summary>
    public const int KMOD_RETURN_FAILURE = 5;

    /// <summary>Revision of <c>kmod_info_t</c>.</summary>
    public const int KMOD_INFO_VERSION = 1;
}
