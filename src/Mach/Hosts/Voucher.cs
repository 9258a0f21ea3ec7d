using System.Buffers.Binary;

namespace Mach;

/// <summary>A right to a voucher: an unchangeable set of values that can travel with messages. Vouchers with equal values are one voucher.</summary>
public sealed class Voucher : IDisposable
{
    /// <summary>Most bytes of user data.</summary>
    public const int MostUserData = 4096;

    private const int RecordSize = 16;

    private Voucher(SendRight right) => Right = right;

    /// <summary>The right: to be copied or moved with a message.</summary>
    public SendRight Right { get; }

    /// <summary>Makes a voucher that carries bytes of the user's, or finds the one that does.</summary>
    /// <param name="userData">The bytes; none make a voucher without values.</param>
    /// <param name="task">Whose right it will be; null for the current task.</param>
    /// <exception cref="ArgumentException">There are more bytes than a voucher takes.</exception>
    /// <exception cref="MachException">The kernel refused.</exception>
    public static Voucher Create(ReadOnlySpan<byte> userData, MachTask? task = null)
    {
        if (userData.Length > MostUserData)
            throw new ArgumentException($"A voucher takes {MostUserData} bytes of user data, not {userData.Length}.", nameof(userData));
        task ??= MachTask.Current;
        Span<byte> recipe = stackalloc byte[RecordSize + userData.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(recipe, MACH_VOUCHER_ATTR_KEY_USER_DATA);
        BinaryPrimitives.WriteUInt32LittleEndian(recipe[4..], MACH_VOUCHER_ATTR_USER_DATA_STORE);
        BinaryPrimitives.WriteUInt32LittleEndian(recipe[8..], MACH_VOUCHER_NULL);
        BinaryPrimitives.WriteInt32LittleEndian(recipe[12..], userData.Length);
        userData.CopyTo(recipe[RecordSize..]);
        using MachHost host = MachHost.Open(task);
        mach_port_name_t name = host.Right.BorrowName();
        kern_return_t code = new MachHostClient(task.CurrentThread).host_create_mach_voucher(name, recipe, out mach_port_name_t voucher);
        host.Right.ReturnName();
        MachException.ThrowIfFailed(code, "host_create_mach_voucher");
        return new Voucher(new SendRight(task, voucher));
    }

    /// <summary>Takes a right to a voucher, as it came with a message.</summary>
    /// <param name="right">The right, which the voucher owns from now on.</param>
    public static Voucher From(SendRight right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return new Voucher(right);
    }

    /// <summary>The user's bytes in it; empty when it has none.</summary>
    /// <exception cref="MachException">The kernel refused, or the right is not one to a voucher.</exception>
    public byte[] ReadUserData()
    {
        Span<byte> content = stackalloc byte[4096];
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = new MachVoucherClient(Right.Task.CurrentThread)
            .mach_voucher_extract_attr_content(name, MACH_VOUCHER_ATTR_KEY_USER_DATA, content, out uint size);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "mach_voucher_extract_attr_content");
        return content[..(int)size].ToArray();
    }

    /// <summary>Releases the right.</summary>
    public void Dispose() => Right.Dispose();
}
