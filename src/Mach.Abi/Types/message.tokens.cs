using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/message.h: what a trailer tells about the sender

/// <summary>Effective user and group of a sender, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct security_token_t : IEquatable<security_token_t>
{
    /// <summary>Effective user, effective group.</summary>
    public words val;

    /// <summary>A token with these words.</summary>
    public security_token_t(uint user, uint group)
    {
        val[0] = user;
        val[1] = group;
    }

    /// <inheritdoc/>
    public readonly bool Equals(security_token_t other) => ((ReadOnlySpan<uint>)val).SequenceEqual(other.val);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is security_token_t other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(val[0], val[1]);

    /// <summary>True when all words are the same.</summary>
    public static bool operator ==(security_token_t left, security_token_t right) => left.Equals(right);

    /// <summary>True when some word differs.</summary>
    public static bool operator !=(security_token_t left, security_token_t right) => !left.Equals(right);

    /// <summary>Two words.</summary>
    [InlineArray(2)]
    public struct words
    {
        private uint _first;
    }
}

/// <summary>Who a sender is, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct audit_token_t : IEquatable<audit_token_t>
{
    /// <summary>Audit user, effective user and group, real user and group, process number, audit session, process version.</summary>
    public words val;

    /// <summary>A token with these words.</summary>
    public audit_token_t(ReadOnlySpan<uint> words) => words[..8].CopyTo(val);

    /// <inheritdoc/>
    public readonly bool Equals(audit_token_t other) => ((ReadOnlySpan<uint>)val).SequenceEqual(other.val);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is audit_token_t other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(val[0], val[1], val[3], val[5], val[6], val[7]);

    /// <summary>True when all words are the same.</summary>
    public static bool operator ==(audit_token_t left, audit_token_t right) => left.Equals(right);

    /// <summary>True when some word differs.</summary>
    public static bool operator !=(audit_token_t left, audit_token_t right) => !left.Equals(right);

    /// <summary>Eight words.</summary>
    [InlineArray(8)]
    public struct words
    {
        private uint _first;
    }
}

/// <summary>Labels of a sender, 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct msg_labels_t
{
    /// <summary>The sender's label handle.</summary>
    public mach_port_name_t sender;
}

public static partial class MachConstants
{
    /// <summary>The security token of the kernel: user 0, group 1.</summary>
    public static security_token_t KERNEL_SECURITY_TOKEN_VALUE => new(0, 1);

    /// <summary>The audit token of the kernel: all words 0.</summary>
    public static audit_token_t KERNEL_AUDIT_TOKEN_VALUE => default;

    /// <summary>The audit token of nobody: all bits set.</summary>
    public static audit_token_t INVALID_AUDIT_TOKEN_VALUE => new([~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u]);
}
