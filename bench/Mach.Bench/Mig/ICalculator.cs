namespace Mach.Bench.Mig;

/// <summary>What the measured calls ask: a number more, with as much beside it that request and reply have 64 bytes or nearly so.</summary>
[MigSubsystem("calculator", 64_000)]
internal partial interface ICalculator
{
    /// <summary>Answers one more.</summary>
    [Routine(0)]
    kern_return_t increment([Subject] mach_port_t calculator, uint64_t number, Rest rest, out uint64_t result, out Rest same);
}

/// <summary>What fills a message up.</summary>
[System.Runtime.CompilerServices.InlineArray(5)]
internal struct Rest
{
    private uint _first;
}

/// <summary>The request as C's structure would be written by hand, with room for the trailer of the reply.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 4)]
internal struct IncrementMessage
{
    public const int RequestSize = 60;
    public const int ReplySize = 64;

    public mach_msg_header_t Header;
    public NDR_record_t Ndr;
    public Words Body;       // the reply begins with its code
    public ulong Trailer;

    [System.Runtime.CompilerServices.InlineArray(8)]
    public struct Words
    {
        private uint _first;
    }
}
