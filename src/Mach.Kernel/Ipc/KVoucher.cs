namespace Mach.Kernel;

/// <summary>A voucher: opaque contents that travel with messages. Equal contents are one object.</summary>
internal sealed class KVoucher(byte[] contents) : KernelObject
{
    internal readonly byte[] Contents = contents;

    internal override uint ObjectType => 37;
}
