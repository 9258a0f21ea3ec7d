namespace Mach.Abi;

/// <summary>
/// Subsystem iocompressionstats_notification: what is told of compressed files. Its numbers are also those of mach_voucher_attr_control,
/// which goes to other ports. A task serves it. Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("iocompressionstats_notification", 5600)]
public partial interface IIocompressionstatsNotification
{
    /// <summary>Tells that statistics of compressed files are there to be read.</summary>
    [SimpleRoutine(0)]
    kern_return_t iocompressionstats_notification([Subject] mach_port_t iocompressionstats_port, uint32_t flags);
}
