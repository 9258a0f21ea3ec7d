namespace Mach.Abi;

// mach/rpc.h
public static partial class MachConstants
{
    /// <summary>Arguments that a signature has room for.</summary>
    public const int RPC_SIGBUF_SIZE = 8;
}
