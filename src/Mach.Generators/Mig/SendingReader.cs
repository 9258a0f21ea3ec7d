using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Reads how a routine's client sends.</summary>
internal static class SendingReader
{
    private static readonly (string Attribute, string Member)[] _roles =
    [
        ("ReplyPortAttribute", "ReplyPort"), ("MsgOptionAttribute", "Options"), ("WaitTimeAttribute", "WaitTime"), ("SendTimeAttribute", "SendTime"),
    ];

    /// <summary>What an argument says of sending; null when it is one that travels.</summary>
    public static string? Role(IParameterSymbol parameter) => _roles.Where(r => parameter.Has(r.Attribute)).Select(r => r.Member).FirstOrDefault();

    /// <summary>The members of <c>MigSending</c> that the routine sets, as C# writes them.</summary>
    public static EquatableArray<string> Read(IMethodSymbol method, bool simple, List<MigArgument> arguments, Complaints complaints)
    {
        var sending = arguments.Where(a => a.Passing == Passing.Sending).ToList();
        foreach (var second in sending.GroupBy(a => a.Sending, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            complaints.Add(Diagnostics.Contradiction, method, second.Name, $"another argument is the routine's {second.Sending} already");
        if (simple && sending.Find(a => a.Sending is "ReplyPort" or "WaitTime") is { } waits)
            complaints.Add(Diagnostics.SimpleHasResults, method, method.Name, waits.Name);
        var members = new List<string>();
        if (method.Find("SendingAttribute") is not { } attribute)
            return members.ToEquatable();
        foreach (var (name, isTime) in new[] { ("Options", false), ("WaitTime", true), ("SendTime", true) })
        {
            var value = attribute.Named(name, 0);
            if (isTime && value < 0)
                complaints.Add(Diagnostics.LimitRange, method, name, value.ToString(CultureInfo.InvariantCulture), "0 and above");
            if (value != 0)
                members.Add($"{name} = {value.ToString(CultureInfo.InvariantCulture)}");
        }
        if (attribute.Named("SpecialReplyPort", false))
            members.Add("SpecialReplyPort = true");
        var consumes = attribute.Named("ConsumeOnSendError", 0);
        if (consumes != 0)
            members.Add($"ConsumeOnSendError = (global::Mach.Abi.MigConsumption){consumes.ToString(CultureInfo.InvariantCulture)}");
        return members.ToEquatable();
    }
}
