using System.Reflection;
using System.Text;

namespace Mach.Generators.Tests;

/// <summary>
/// Writes a program for a subsystem: a server whose every routine checks what it is given and answers patterns, and a caller
/// for every routine that does the same at the other end.
/// </summary>
internal static class RoundTripProgram
{
    public static string Source(Declared declared)
    {
        var text = new StringBuilder("using Mach.Generators.Tests;\nusing System.Runtime.InteropServices;\n\n");
        text.Append("public static class Log\n{\n    public static List<string> Wrong { get; } = new();\n    public static List<string> Served { get; } = new();\n    public static kern_return_t Code { get; set; }\n    public static bool Judging { get; set; } = true;\n    public static void Check(bool good, string what) { if (!good) Wrong.Add(what); }\n}\n\n");
        Server(text, declared);
        Caller(text, declared);
        return text.ToString();
    }

    private static void Server(StringBuilder text, Declared declared)
    {
        var closed = declared.Server.MakeGenericType(typeof(object), typeof(uint), typeof(string));
        text.Append("public sealed class Server : ").Append(TrapRecorder.TypeText(closed)).Append("\n{\n");
        text.Append("    protected override kern_return_t Translate(object caller, uint port, MigSubject kind, out string subject)\n    {\n");
        text.Append("        subject = $\"{kind} {port}\";\n        return KERN_SUCCESS;\n    }\n");
        foreach (var routine in closed.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Where(m => m.IsAbstract && m.Name != "Translate"))
        {
            var parameters = routine.GetParameters();
            text.Append("    protected override kern_return_t ").Append(routine.Name).Append('(')
                .AppendJoin(", ", parameters.Select(p => $"{Modifier(p)}{TrapRecorder.TypeText(Bare(p))} {TrapRecorder.Name(p.Name!)}")).Append(")\n    {\n");
            text.Append("        Log.Served.Add(\"").Append(routine.Name).Append(' ').Append("\" + ").Append(TrapRecorder.Name(parameters[1].Name!)).Append(");\n");
            foreach (var p in parameters.Skip(2))
                text.Append("        ").Append(Serve(new Argument(declared, routine.Name, p), p)).Append('\n');
            text.Append("        return KERN_SUCCESS;\n    }\n");
        }
        text.Append("}\n\n");
    }

    private static string Serve(Argument argument, ParameterInfo p)
    {
        var (name, key, type) = (TrapRecorder.Name(p.Name!), argument.Key, Bare(p));
        var element = type.IsGenericType ? TrapRecorder.TypeText(type.GetGenericArguments()[0]) : "";
        var length = argument.Length;
        string Check(string good) => $"Log.Check({good}, \"server {key}\");";
        switch (argument.Part)
        {
            case Part.Disposition:
                return p.IsOut ? $"{name} = {argument.Disposition};" : Check($"{name} == {argument.Received}");
            case Part.Count:
                return $"{name} = (uint)Math.Min({length}, {p.Name![..^3]}.Length);";
            default:
                break;
        }
        if (type.Name == "Span`1")
        {
            return argument.IsText
                ? $"Pattern.String(\"{key}<\", {argument.Maximum}).CopyTo({name});"
                : $"Pattern.Array<{element}>(\"{key}<\", {length}).AsSpan(0, Math.Min({length}, {name}.Length)).CopyTo({name});";
        }
        var memory = type.Name == "ReadOnlyMemory`1";
        if (memory || type.IsArray)
        {
            var of = memory ? element : "uint";
            var same = Check($"Pattern.Same<{of}>({name}{(memory ? ".Span" : "")}, Pattern.Array<{of}>(\"{key}\", {length}))");
            var given = $"{name} = Pattern.Array<{of}>(\"{key}<\", {length});";
            return p.IsOut ? given : p.ParameterType.IsByRef ? same + " " + given : same;
        }
        if (type.Name == "ReadOnlySpan`1")
        {
            return argument.IsText
                ? Check($"{name}.SequenceEqual(Pattern.String(\"{key}\", {argument.Maximum}))")
                : Check($"Pattern.Same<{element}>({name}, Pattern.Array<{element}>(\"{key}\", {length}))");
        }
        if (argument.IsToken)
            return Check($"Pattern.Same({name}, Pattern.Of<audit_token_t>(\"{OneServerKernel.Token}\"))");
        var value = TrapRecorder.TypeText(type);
        var was = Check($"Pattern.Same({name}, Pattern.Of<{value}>(\"{key}\"))");
        var set = $"{name} = Pattern.Of<{value}>(\"{key}<\");";
        return p.IsOut ? set : p.ParameterType.IsByRef ? was + " " + set : was;
    }

    private static void Caller(StringBuilder text, Declared declared)
    {
        text.Append("public static unsafe class Caller\n{\n");
        var names = new List<string>();
        foreach (var routine in declared.Client.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            names.Add(routine.Name);
            text.Append("    private static void ").Append(routine.Name).Append("(CallingThread thread)\n    {\n");
            var arguments = new List<string>();
            var checks = new StringBuilder();
            foreach (var p in routine.GetParameters())
                Call(text, new Argument(declared, routine.Name, p), p, arguments, checks);
            var gone = declared.IsGone(routine.Name);
            text.Append("        Log.Code = new ").Append(declared.Client.FullName).Append("(thread).").Append(routine.Name).Append('(').AppendJoin(", ", arguments)
                .Append(");\n        if (!Log.Judging)\n            return;\n        Log.Check(Log.Code == ").Append(gone ? "MIG_BAD_ID" : "KERN_SUCCESS").Append(", \"code of ").Append(routine.Name).Append("\");\n")
                .Append(gone ? null : checks).Append("    }\n");
        }
        text.Append("    public static void Run(string routine, CallingThread thread)\n    {\n        switch (routine)\n        {\n");
        foreach (var name in names)
            text.Append("            case \"").Append(name).Append("\": ").Append(name).Append("(thread); break;\n");
        text.Append("        }\n    }\n}\n");
    }

    private static void Call(StringBuilder text, Argument argument, ParameterInfo p, List<string> arguments, StringBuilder checks)
    {
        var (name, key, type, length) = ("a_" + p.Name, argument.Key, Bare(p), argument.Length);
        var element = type.IsGenericType ? TrapRecorder.TypeText(type.GetGenericArguments()[0]) : "byte";
        var value = TrapRecorder.TypeText(type);
        var reference = p.ParameterType.IsByRef && !p.IsOut;
        void Check(string good) => checks.Append("        Log.Check(").Append(good).Append(", \"client ").Append(key).Append("\");\n");
        if (argument.Part != Part.Value)
        {
            var (given, back) = argument.Part == Part.Count ? (length, length) : (argument.Disposition, argument.Received);
            if (reference)
                text.Append("        uint ").Append(name).Append(" = ").Append(given).Append(";\n");
            arguments.Add(p.IsOut ? $"out uint {name}" : reference ? "ref " + name : $"{given}");
            if (p.ParameterType.IsByRef)
                Check($"{name} == {back}");
        }
        else if (type.Name == "Span`1")
        {
            text.Append("        var ").Append(name).Append(" = new ").Append(element).Append('[').Append(argument.Room).Append("];\n");
            arguments.Add(name);
            Check(argument.IsText
                ? $"{name}.AsSpan(0, {name}.AsSpan().IndexOf((byte)0)).SequenceEqual(Pattern.String(\"{key}<\", {argument.Maximum}))"
                : $"Pattern.Same<{element}>({name}.AsSpan(0, {length}), Pattern.Array<{element}>(\"{key}<\", {length}))");
        }
        else if (type.Name == "ReadOnlySpan`1")
        {
            arguments.Add(argument.IsText ? $"Pattern.String(\"{key}\", {argument.Maximum})" : $"Pattern.Array<{element}>(\"{key}\", {length})");
        }
        else if (argument.IsRegion)
        {
            var (make, address) = type == typeof(ulong) ? ("", name) : ($"new {value}", name + ".Address");
            if (!p.IsOut)
                text.Append("        var ").Append(name).Append(" = ").Append(make).Append("(Pattern.Address<").Append(element).Append(">(\"").Append(key).Append("\", ").Append(length).Append("));\n");
            arguments.Add(p.IsOut ? $"out {value} {name}" : reference ? "ref " + name : name);
            if (p.ParameterType.IsByRef)
                Check($"Pattern.Same<{element}>(new ReadOnlySpan<{element}>((void*){address}, {length}), Pattern.Array<{element}>(\"{key}<\", {length}))");
        }
        else if (p.ParameterType.IsByRef)
        {
            if (reference)
                text.Append("        var ").Append(name).Append(" = Pattern.Of<").Append(value).Append(">(\"").Append(key).Append("\");\n");
            arguments.Add(p.IsOut ? $"out {value} {name}" : "ref " + name);
            Check($"Pattern.Same({name}, Pattern.Of<{value}>(\"{key}<\"))");
        }
        else
        {
            arguments.Add(argument.IsOptions ? "0" : $"Pattern.Of<{value}>(\"{key}\")");
        }
    }

    private static Type Bare(ParameterInfo p) => p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType;

    private static string Modifier(ParameterInfo p) => p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : "";

    private enum Part
    {
        Value,
        Count,
        Disposition,
    }

    /// <summary>What the declaration says of a parameter of a client's or a server's method.</summary>
    private sealed class Argument
    {
        private const string Count = "Cnt", Poly = "Poly";

        private readonly ParameterInfo _declared;

        public Argument(Declared declared, string routine, ParameterInfo parameter)
        {
            var (name, all) = (parameter.Name!, declared.Method(routine).GetParameters());
            (_declared, Part) =
                all.FirstOrDefault(p => p.Name == name) is { } own ? (own, Part.Value)
                : name.EndsWith(Count, StringComparison.Ordinal) ? (all.Single(p => p.Name == name[..^Count.Length]), Part.Count)
                : (all.Single(p => p.Name == name[..^Poly.Length]), Part.Disposition);
            Key = $"{routine}.{name}";
            var owner = SameCount is { } same ? all.Single(p => p.Name == same) : _declared;
            Length = Math.Min(Pattern.Length, owner.GetCustomAttribute<CountedAttribute>()?.Maximum ?? Many?.Elements ?? Pattern.Length);
            if (_declared.GetCustomAttribute<OutOfLineAttribute>()?.Elements is > 0 and var elements)
                Length = elements;
        }

        public Part Part { get; }

        public string Key { get; }

        /// <summary>How many elements travel.</summary>
        public int Length { get; }

        public bool IsText => Text is not null;

        public bool IsToken => _declared.IsDefined(typeof(ServerAuditTokenAttribute));

        public bool IsOptions => _declared.IsDefined(typeof(MsgOptionAttribute));

        public bool IsRegion => _declared.IsDefined(typeof(OutOfLineAttribute));

        /// <summary>The most elements or bytes.</summary>
        public int Maximum => Text?.Maximum ?? Many?.Elements ?? _declared.GetCustomAttribute<CountedAttribute>()!.Maximum;

        /// <summary>The room that a caller has for a result.</summary>
        public int Room => IsText ? Maximum : Math.Min(Maximum, 16);

        /// <summary>The disposition that the sender of a polymorphic argument chooses, or has been given.</summary>
        public int Disposition => _declared.IsDefined(typeof(MakeSendOnceAttribute)) || _declared.GetCustomAttribute<PolymorphicAttribute>()!.Received == 18 ? 21 : 20;

        public int Received => Disposition == 21 ? 18 : 17;

        private CStringAttribute? Text => _declared.GetCustomAttribute<CStringAttribute>();

        private PortArrayAttribute? Many => _declared.GetCustomAttribute<PortArrayAttribute>();

        private string? SameCount => Many?.SameCount ?? _declared.GetCustomAttribute<CountedAttribute>()?.SameCount;
    }
}
