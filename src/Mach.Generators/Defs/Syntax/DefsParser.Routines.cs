namespace Mach.Generators;

internal sealed partial class DefsParser
{
    private static readonly Dictionary<string, ArgumentRole> _roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["in"] = ArgumentRole.In,
        ["out"] = ArgumentRole.Out,
        ["inout"] = ArgumentRole.InOut,
        ["requestport"] = ArgumentRole.RequestPort,
        ["replyport"] = ArgumentRole.ReplyPort,
        ["sreplyport"] = ArgumentRole.ServerReplyPort,
        ["ureplyport"] = ArgumentRole.UserReplyPort,
        ["waittime"] = ArgumentRole.WaitTime,
        ["sendtime"] = ArgumentRole.SendTime,
        ["msgoption"] = ArgumentRole.MsgOption,
        ["msgseqno"] = ArgumentRole.MsgSeqno,
        ["serveraudittoken"] = ArgumentRole.ServerAuditToken,
        ["serversectoken"] = ArgumentRole.ServerSecToken,
        ["servercontexttoken"] = ArgumentRole.ServerContextToken,
        ["useraudittoken"] = ArgumentRole.SecToken,
        ["audittoken"] = ArgumentRole.SecToken,
        ["usersectoken"] = ArgumentRole.SecToken,
        ["sectoken"] = ArgumentRole.SecToken,
        ["serverimpl"] = ArgumentRole.ServerImpl,
        ["userimpl"] = ArgumentRole.UserImpl,
    };

    private RoutineStatement Routine(Token word, bool simple)
    {
        var name = Name($"the {word.Text.ToLowerInvariant()}'s name");
        Expect("(");
        var arguments = new List<ArgumentSyntax>();
        if (!Accept(")"))
        {
            do
                arguments.Add(Argument());
            while (Accept(";"));
            if (!Accept(")"))
                throw Unexpected("';' or ')'");
        }
        return new(name.Place, name.Text, simple, arguments);
    }

    private ArgumentSyntax Argument()
    {
        var role = ArgumentRole.None;
        if (Current.Kind == TokenKind.Identifier && Following.Kind == TokenKind.Identifier && _roles.TryGetValue(Current.Text, out role))
            _at++;
        else if (Following.Kind == TokenKind.Identifier && Current.Kind == TokenKind.Identifier)
            throw new SyntaxException(Current.Place, $"'{Current.Text}' is no direction of an argument");
        var name = Name("an argument");
        Expect(":");
        var type = Current;
        if (type.Kind == TokenKind.Identifier && Following.Is("="))
        {
            var declared = NamedType();
            return new(name.Place, role, name.Text, new(declared.Place, declared.Name), declared, Flags());
        }
        if (Unnested() is TypeNameSyntax named)
            return new(name.Place, role, name.Text, named, null, Flags());
        throw new SyntaxException(type.Place, "an argument's type has a name: write 'name = ' before it");
    }

    /// <summary>Words behind commas.</summary>
    private FlagSyntax Flags()
    {
        var flags = FlagSyntax.None;
        while (Accept(","))
        {
            var word = Name("a flag");
            var chosen = Current.Is("[");
            if (chosen)
            {
                _at++;
                Expect("]");
            }
            if (flags == FlagSyntax.None)
                flags = flags with { Place = word.Place };
            flags = flags.With(word.Text, chosen) ?? throw new SyntaxException(word.Place, $"'{word.Text}{(chosen ? "[]" : "")}' is no flag of an argument");
        }
        return flags;
    }
}
