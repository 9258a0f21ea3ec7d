namespace Mach.Generators;

/// <summary>Gives the arguments of a routine their meaning.</summary>
internal sealed class ArgumentBinder(DefsTypes types, DefsComplaints complaints)
{
    public IReadOnlyList<DefsArgument> Bind(RoutineStatement routine)
    {
        var arguments = new List<DefsArgument>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var first = routine.Arguments.FirstOrDefault(a => a.Role == ArgumentRole.RequestPort)
            ?? routine.Arguments.FirstOrDefault(a => a.Role == ArgumentRole.None);
        foreach (var syntax in routine.Arguments)
        {
            if (syntax.Declared is { } declared)
                types.Declare(declared);
            if (!names.Add(syntax.Name))
                Wrong(syntax.Place, $"argument '{syntax.Name}' is declared already");
            if (types.Find(syntax.Type) is not { } type)
                continue;
            var role = ReferenceEquals(syntax, first) ? ArgumentRole.RequestPort : syntax.Role == ArgumentRole.None ? ArgumentRole.In : syntax.Role;
            var argument = new DefsArgument(syntax.Place, role, syntax.Name, type, syntax.Flags);
            Check(argument, routine);
            if (syntax.Flags.SameCount || type.Flags.SameCount)
                argument = argument with { CountOf = Owner(argument, arguments) };
            arguments.Add(argument);
        }
        if (first is null)
            complaints.Add(Diagnostics.DefsRoutine, routine.Place, $"routine '{routine.Name}' has no port to send to");
        foreach (var role in new[] { ArgumentRole.RequestPort, ArgumentRole.ReplyPort, ArgumentRole.UserReplyPort, ArgumentRole.ServerReplyPort, ArgumentRole.WaitTime, ArgumentRole.SendTime, ArgumentRole.MsgOption })
        {
            foreach (var second in routine.Arguments.Where(a => a.Role == role).Skip(1))
                Wrong(second.Place, $"'{second.Name}' is the routine's second {role.ToString().ToLowerInvariant()}");
        }
        return arguments;
    }

    private void Wrong(DefsPlace place, string message) => complaints.Add(Diagnostics.DefsArgument, place, message);

    private void Check(DefsArgument argument, RoutineStatement routine)
    {
        var (type, flags, name) = (argument.Type, argument.Flags, argument.Name);
        var place = flags == FlagSyntax.None ? argument.Place : flags.Place;
        switch (argument.Role)
        {
            case ArgumentRole.RequestPort or ArgumentRole.ReplyPort or ArgumentRole.UserReplyPort or ArgumentRole.ServerReplyPort:
                if (type.Kind != DefsTypeKind.Port)
                    Wrong(argument.Place, $"'{name}' must be a port, which type '{type.Name}' is not");
                return;
            case ArgumentRole.WaitTime or ArgumentRole.SendTime or ArgumentRole.MsgOption or ArgumentRole.MsgSeqno:
                if (type.Kind != DefsTypeKind.Value || type.Size != 4)
                    Wrong(argument.Place, $"'{name}' must be a number of 32 bits, which type '{type.Name}' is not");
                return;
            case ArgumentRole.ServerImpl or ArgumentRole.UserImpl or ArgumentRole.SecToken:
                Wrong(argument.Place, $"'{name}' is made up by one side's C: no message carries it");
                return;
            case ArgumentRole.ServerAuditToken or ArgumentRole.ServerSecToken or ArgumentRole.ServerContextToken:
                return;
            default:
                break;
        }
        if (routine.Simple && argument.IsOut)
            Wrong(argument.Place, $"'{name}' comes back, but a simpleroutine is not answered");
        if (flags.CountInOut && (argument.Role == ArgumentRole.In || type.OutOfLine || !type.Varies || type.Kind != DefsTypeKind.Array))
            Wrong(place, $"'{name}' cannot be countinout: only an array within the reply, with a limit, has room that the caller tells");
        if (flags.Deallocate is Deallocation.Yes or Deallocation.Chosen && !type.OutOfLine)
            Wrong(place, $"'{name}' cannot be dealloc: it travels within the message");
        if (flags.Deallocate == Deallocation.Chosen && argument.IsOut)
            Wrong(place, $"'{name}' cannot be dealloc[]: only what goes in is the caller's");
        if (flags.PhysicalCopy && !type.OutOfLine)
            Wrong(place, $"'{name}' cannot be physicalcopy: it travels within the message");
        if (flags.Overwrite)
            Wrong(place, $"'{name}' cannot be overwrite: regions arrive where the kernel places them");
        if (flags.RetCode)
            Wrong(place, $"'{name}' cannot be retcode: the code of a routine has its own place in the reply");
    }

    private DefsArgument? Owner(DefsArgument argument, List<DefsArgument> before)
    {
        var owner = before.LastOrDefault(a => a.Type.Varies && a.CountOf is null && a.Type.Kind is DefsTypeKind.Array && !a.Type.OutOfLine && a.Role == argument.Role);
        if (owner is null || !argument.Type.Varies || argument.Type.Count != owner.Type.Count)
            Wrong(argument.Flags.Place, $"'{argument.Name}' shares no count: an array of the same direction and limit must stand before it");
        return owner;
    }
}
