namespace Mach.Conformance.Model;

/// <summary>Turns a step's choices into arguments that make sense, most of the time, for what the space holds now.</summary>
internal sealed class Picker(SpaceModel space, HashSet<uint> seen, int[] choices)
{
    private const int Fitting = 236;
    private const int Present = 248;
    private const uint Unknown = 0x7777703;

    private static readonly int[] s_dispositions =
    [
        MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE,
        MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_MSG_TYPE_MOVE_RECEIVE,
    ];

    private int _next;

    internal int Choice => choices[_next++];

    internal T One<T>(params ReadOnlySpan<T> of) => of[Choice % of.Length];

    /// <summary>A name and a disposition for it that mostly fits.</summary>
    /// <param name="sends">The right is a message's destination or reply.</param>
    internal (uint Name, int Disposition) Right(bool sends = false)
    {
        var (choice, other) = (Choice, Choice);
        var dispositions = sends ? s_dispositions[..5] : s_dispositions;
        var pairs = (from entry in space.Names
                     from disposition in dispositions
                     where Fits(entry.Value, disposition, sends)
                     select (entry.Key, disposition)).ToArray();
        return choice < Fitting && pairs.Length > 0
            ? pairs[other % pairs.Length]
            : (Name(static _ => true), dispositions[other % dispositions.Length]);
    }

    /// <summary>A name that mostly fits; sometimes any name that there is, was or is not.</summary>
    internal uint Name(params ReadOnlySpan<Func<EntryModel, bool>> fits)
    {
        var choice = Choice;
        if (choice >= Present)
        {
            uint[] strange = [MACH_PORT_NULL, MACH_PORT_DEAD, Unknown, .. seen.Except(space.Names.Keys).Take(8)];
            return strange[choice % strange.Length];
        }
        foreach (var fit in choice >= Fitting ? [] : fits)
        {
            var fitting = space.Names.Where(entry => fit(entry.Value)).Select(static entry => entry.Key).ToArray();
            if (fitting.Length > 0)
                return fitting[choice % fitting.Length];
        }
        return space.Names.Count == 0 ? Unknown : space.Names.Keys.ElementAt(choice % space.Names.Count);
    }

    /// <summary>A name for a right that is put there: one that is free, or any.</summary>
    internal uint Place() => Choice is var choice && choice < 160 ? 0x40003 + ((uint)choice % 8 << 8) + (choice < 20 ? 4u : 0) : Name();

    private static bool Fits(EntryModel entry, int disposition, bool sends) =>
        disposition is MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_MAKE_SEND_ONCE
            ? entry.Has(RightsModel.Receive)
            : entry.Has(RightsModel.Carried(disposition))
                || (!sends && entry.Has(RightsModel.DeadName) && disposition != MACH_MSG_TYPE_MOVE_RECEIVE);
}
