namespace Mach.Kernel;

/// <summary>A voucher: attribute values that travel with messages and never change.</summary>
/// <remarks>
/// U1 Of vouchers with equal values only one lives: the one in the kernel's <see cref="VoucherTable"/>.
/// U2 Its port lives as long as send rights to it exist.
/// </remarks>
internal sealed class KVoucher(VoucherTable table, VoucherValues values) : KernelObject
{
    internal readonly VoucherValues Values = values;

    internal override uint ObjectType => 37;
    internal override void NoSenders(KPort port, ref Aftermath after)
    {
        table.Forget(Values, port);
        port.Die(ref after);
    }
}
