using System.Reflection;
using System.Text;

namespace Mach.Generators.Tests;

/// <summary>
/// Writes a program for a subsystem: a server whose every routine checks what it is given and answers patterns, and a caller
/// for every routine that does the same at the other end.
/// </summary>
internal static class RoundTripProgram
{
    /// <summary>Dispositions that the caller of a polymorphic argument chooses, by routine.</summary>
    private static uint Disposition(string routine) => routine == "mach_port_request_notification" ? 21u : 20u;

    public static string Source(Type client, Type server)
    {
        var text = new StringBuilder("using Mach.Generators.Tests;\nusing System.Runtime.InteropServices;\n\n");
        text.Append("public static class Log\n{\n    public static List<string> Wrong { get; } = new();\n    public static List<string> Served { get; } = new();\n    public static void Check(bool good, string what) { if (!good) Wrong.Add(what); }\n}\n\n");
        Server(text, server);
        Caller(text, client);
        return text.ToString();
    }

    private static void Server(StringBuilder text, Type server)
    {
        var closed = server.MakeGenericType(typeof(object), typeof(uint), typeof(string));
        text.Append("public sealed class Server : ").Append(TrapRecorder.TypeText(closed)).Append("\n{\n");
        text.Append("    protected override kern_return_t Translate(object caller, uint port, MigSubject kind, out string subject)\n    {\n");
        text.Append("        subject = $\"{kind} {port}\";\n        return KERN_SUCCESS;\n    }\n");
        foreach (var routine in closed.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Where(m => m.IsAbstract && m.Name != "Translate"))
        {
            var parameters = routine.GetParameters();
            text.Append("    protected override kern_return_t ").Append(routine.Name).Append('(')
                .AppendJoin(", ", parameters.Select(p => $"{Modifier(p)}{TrapRecorder.TypeText(Bare(p))} {TrapRecorder.Name(p.Name!)}")).Append(")\n    {\n");
            text.Append("        Log.Served.Add(\"").Append(routine.Name).Append(' ').Append("\" + ").Append(parameters[1].Name).Append(");\n");
            foreach (var p in parameters.Skip(2))
                text.Append("        ").Append(Serve(routine.Name, p)).Append('\n');
            text.Append("        return KERN_SUCCESS;\n    }\n");
        }
        text.Append("}\n\n");
    }

    private static string Serve(string routine, ParameterInfo p)
    {
        var (name, key, type) = (TrapRecorder.Name(p.Name!), $"{routine}.{p.Name}", Bare(p));
        var element = type.IsGenericType ? TrapRecorder.TypeText(type.GetGenericArguments()[0]) : "";
        var check = $"Log.Check({{0}}, \"server {key}\");";
        if (p.Name!.EndsWith("Poly", StringComparison.Ordinal))
            return p.IsOut ? $"{name} = {Disposition(routine)};" : string.Format(null, check, $"{name} == 17");
        if (p.IsOut && p.Name.EndsWith("Cnt", StringComparison.Ordinal))
            return $"{name} = (uint)Math.Min(Pattern.Length, {p.Name[..^3]}.Length);";
        if (type.Name == "Span`1")
        {
            return type.GetGenericArguments()[0] == typeof(byte) && routine == "mach_port_kobject_description"
                ? $"Pattern.String(\"{key}<\").CopyTo({name});"
                : $"Pattern.Array<{element}>(\"{key}<\").AsSpan(0, Math.Min(Pattern.Length, {name}.Length)).CopyTo({name});";
        }
        if (type.Name == "ReadOnlyMemory`1")
            return $"{name} = Pattern.Array<{element}>(\"{key}<\");";
        if (type.IsArray)
            return p.IsOut ? $"{name} = Pattern.Array<uint>(\"{key}<\");" : string.Format(null, check, $"Pattern.Same<uint>({name}, Pattern.Array<uint>(\"{key}\"))");
        if (type.Name == "ReadOnlySpan`1")
            return string.Format(null, check, $"Pattern.Same<{element}>({name}, Pattern.Array<{element}>(\"{key}\"))");
        var value = TrapRecorder.TypeText(type);
        var was = string.Format(null, check, $"Pattern.Same({name}, Pattern.Of<{value}>(\"{key}\"))");
        var set = $"{name} = Pattern.Of<{value}>(\"{key}<\");";
        return p.IsOut ? set : p.ParameterType.IsByRef ? was + " " + set : was;
    }

    private static void Caller(StringBuilder text, Type client)
    {
        text.Append("public static unsafe class Caller\n{\n");
        var names = new List<string>();
        foreach (var routine in client.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            names.Add(routine.Name);
            text.Append("    private static void ").Append(routine.Name).Append("(CallingThread thread)\n    {\n");
            var arguments = new List<string>();
            var checks = new StringBuilder();
            foreach (var p in routine.GetParameters())
                Call(text, routine.Name, p, arguments, checks);
            text.Append("        Log.Check(new ").Append(client.FullName).Append("(thread).").Append(routine.Name).Append('(').AppendJoin(", ", arguments)
                .Append(") == KERN_SUCCESS, \"code of ").Append(routine.Name).Append("\");\n").Append(checks).Append("    }\n");
        }
        text.Append("    public static void Run(string routine, CallingThread thread)\n    {\n        switch (routine)\n        {\n");
        foreach (var name in names)
            text.Append("            case \"").Append(name).Append("\": ").Append(name).Append("(thread); break;\n");
        text.Append("        }\n    }\n}\n");
    }

    private static void Call(StringBuilder text, string routine, ParameterInfo p, List<string> arguments, StringBuilder checks)
    {
        var (name, key, type) = ("a_" + p.Name, $"{routine}.{p.Name}", Bare(p));
        var element = type.IsGenericType ? TrapRecorder.TypeText(type.GetGenericArguments()[0]) : "";
        var value = TrapRecorder.TypeText(type);
        void Check(string good) => checks.Append("        Log.Check(").Append(good).Append(", \"client ").Append(key).Append("\");\n");
        if (p.Name!.EndsWith("Poly", StringComparison.Ordinal))
        {
            arguments.Add(p.IsOut ? $"out uint {name}" : $"{Disposition(routine)}");
            if (p.IsOut)
                Check($"{name} == 17");
        }
        else if (p.Name.EndsWith("Cnt", StringComparison.Ordinal) && type == typeof(uint))
        {
            arguments.Add(p.IsOut ? $"out uint {name}" : "Pattern.Length");
            if (p.IsOut)
                Check($"{name} == Pattern.Length");
        }
        else if (type.Name == "Span`1")
        {
            var text_ = routine == "mach_port_kobject_description";
            text.Append("        var ").Append(name).Append(" = new ").Append(element).Append(text_ ? "[512];\n" : "[16];\n");
            arguments.Add(name);
            Check(text_
                ? $"{name}.AsSpan(0, {name}.AsSpan().IndexOf((byte)0)).SequenceEqual(Pattern.String(\"{key}<\"))"
                : $"Pattern.Same<{element}>({name}.AsSpan(0, Pattern.Length), Pattern.Array<{element}>(\"{key}<\"))");
        }
        else if (type.Name == "ReadOnlySpan`1")
        {
            arguments.Add($"Pattern.Array<{element}>(\"{key}\")");
        }
        else if (type.Name == "UserPtr`1" && p.IsOut)
        {
            arguments.Add($"out {value} {name}");
            Check($"Pattern.Same<{element}>(new ReadOnlySpan<{element}>((void*){name}.Address, Pattern.Length), Pattern.Array<{element}>(\"{key}<\"))");
        }
        else if (type.Name == "UserPtr`1")
        {
            text.Append("        ").Append(element).Append(' ').Append(name).Append(" = Pattern.Of<").Append(element).Append(">(\"").Append(key).Append("\");\n");
            arguments.Add($"new {value}((ulong)&{name})");
        }
        else if (p.ParameterType.IsByRef)
        {
            if (!p.IsOut)
                text.Append("        var ").Append(name).Append(" = Pattern.Of<").Append(value).Append(">(\"").Append(key).Append("\");\n");
            arguments.Add(p.IsOut ? $"out {value} {name}" : "ref " + name);
            Check($"Pattern.Same({name}, Pattern.Of<{value}>(\"{key}<\"))");
        }
        else
        {
            arguments.Add($"Pattern.Of<{value}>(\"{key}\")");
        }
    }

    private static Type Bare(ParameterInfo p) => p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType;

    private static string Modifier(ParameterInfo p) => p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : "";
}
