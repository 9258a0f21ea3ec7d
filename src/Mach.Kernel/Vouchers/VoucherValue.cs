namespace Mach.Kernel;

/// <summary>The value of one attribute of a voucher. It never changes; equal ones are one value.</summary>
internal abstract record VoucherValue;

/// <summary>Bytes that only users understand.</summary>
internal sealed record UserBytes(byte[] Content) : VoucherValue
{
    public bool Equals(UserBytes? other) => other is not null && Content.AsSpan().SequenceEqual(other.Content);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Content);
        return hash.ToHashCode();
    }
}

/// <summary>The importance of a task, lent to whoever adopts the voucher.</summary>
internal sealed record TaskImportance(ProcessName Of) : VoucherValue;

/// <summary>A thread's quality of service and relative priority, as the user's threading library packs them.</summary>
internal sealed record ThreadPriority(uint Word) : VoucherValue;

/// <summary>On whose account work is done.</summary>
internal abstract record BankValue : VoucherValue;

/// <summary>On the account of the task that uses the voucher, whichever that is.</summary>
internal sealed record OwnAccount : BankValue
{
    internal static OwnAccount Value { get; } = new();
}

/// <summary>On its way in a message: for whom the work is, who passed it on, and what the voucher was to that one.</summary>
internal sealed record AccountInTransit(ProcessName Originator, ProcessName Sender, BankValue AtSender) : BankValue;

/// <summary>Work that a task does for another: who wanted it first, and who passed it on.</summary>
internal sealed record WorkForAnother(ProcessName Originator, ProcessName Sender, ProcessName Worker) : BankValue;

/// <summary>A process that is told from a later one with the same number.</summary>
internal readonly record struct ProcessName(int Number, uint Version)
{
    internal static ProcessName Of(KTask task) => new(task.ProcessId, task.Tokens.Identity.ProcessVersion);
}
