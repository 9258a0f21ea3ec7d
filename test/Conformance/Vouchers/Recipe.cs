using System.Buffers.Binary;

namespace Mach.Conformance.Vouchers;

/// <summary>Recipes as bytes, and the trap that takes them.</summary>
internal static class Recipe
{
    internal const uint UserData = 7, Test = 8, All = 0xffffffff;
    internal const uint Copy = 1, Remove = 2, Redeem = 10, Store = 211;

    internal static byte[] Of(uint key, uint command, uint previous = 0, params byte[] content)
    {
        var bytes = new byte[16 + content.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, key);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), command);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), previous);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), content.Length);
        content.CopyTo(bytes, 16);
        return bytes;
    }

    internal static uint Host(this Party party) => party.Traps.host_self_trap();

    internal static kern_return_t TryVoucher(this Party party, out uint name, params byte[][] records)
    {
        byte[] bytes = [.. records.SelectMany(static record => record)];
        return party.TryVoucher(party.Host(), party.Buffer(bytes), bytes.Length, out name);
    }

    internal static kern_return_t TryVoucher(this Party party, uint host, ulong recipes, int size, out uint name)
    {
        var place = party.Buffer([0xaa, 0xaa, 0xaa, 0xaa]);
        var code = party.Traps.host_create_mach_voucher_trap(host, new UserPtr<byte>(recipes), size, new UserPtr<uint>(place));
        name = BinaryPrimitives.ReadUInt32LittleEndian(Party.Memory(place, 4));
        return code;
    }

    internal static uint Voucher(this Party party, params byte[][] records)
    {
        Assert.Equal(KERN_SUCCESS, party.TryVoucher(out var name, records));
        return name;
    }

    /// <summary>A voucher that holds these bytes as user data.</summary>
    internal static uint VoucherWith(this Party party, params byte[] content) => party.Voucher(Of(UserData, Store, 0, content));

    /// <summary>The recipe by which a key's value could be stored again; empty when it has none.</summary>
    internal static kern_return_t Extract(this Party party, uint voucher, uint key, uint room, out byte[] recipe)
    {
        var (place, size) = (party.Buffer((int)Math.Max(room, 1)), party.Buffer(BitConverter.GetBytes(room)));
        var code = party.Traps.mach_voucher_extract_attr_recipe_trap(voucher, key, new UserPtr<byte>(place), new UserPtr<uint>(size));
        recipe = code == KERN_SUCCESS ? Party.Memory(place, (int)BinaryPrimitives.ReadUInt32LittleEndian(Party.Memory(size, 4))).ToArray() : [];
        return code;
    }
}
