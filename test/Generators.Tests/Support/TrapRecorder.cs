using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Mach.Generators.Tests;

/// <summary>Handlers, written from the generated base, that tell a test what they were called with.</summary>
internal static class TrapRecorder
{
    private static readonly Type _type = Roslyn.Load(Source()).GetType("Recorder")!;

    /// <summary>Makes handlers that answer what the script answers for a trap's name and arguments.</summary>
    public static MachTrapHandlers<object> Create(Func<string, object[], int> script) =>
        (MachTrapHandlers<object>)Activator.CreateInstance(_type, script)!;

    /// <summary>The virtual methods of the generated base, one for each trap.</summary>
    public static IEnumerable<MethodInfo> Traps =>
        typeof(MachTrapHandlers<object>).GetMethods().Where(m => m.DeclaringType == typeof(MachTrapHandlers<object>));

    private static string Source()
    {
        var text = new StringBuilder("public sealed class Recorder(Func<string, object[], int> script) : MachTrapHandlers<object>\n{\n");
        foreach (var method in Traps)
        {
            var blocks = method.ReturnType == typeof(TrapStatus);
            var parameters = method.GetParameters();
            var arguments = parameters.Skip(blocks ? 2 : 1).Select(p => "(object)" + Name(p.Name!));
            var call = $"script(\"{method.Name}\", new object[] {{ {string.Join(", ", arguments)} }})";
            text.Append("    public override ").Append(TypeText(method.ReturnType)).Append(' ').Append(method.Name).Append('(')
                .Append(string.Join(", ", parameters.Select(p => $"{TypeText(p.ParameterType)} {Name(p.Name!)}"))).Append(") ")
                .Append(blocks ? $"{{ frame.Return({call}); return TrapStatus.Done; }}\n" : $"=> unchecked(({TypeText(method.ReturnType)}){call});\n");
        }
        return text.Append("}\n").ToString();
    }

    public static string Name(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A type as source spells it.</summary>
    public static string TypeText(Type type)
    {
        if (type.IsByRef)
            return "ref " + TypeText(type.GetElementType()!);
        if (type.IsPointer)
            return TypeText(type.GetElementType()!) + "*";
        if (type.IsArray)
            return TypeText(type.GetElementType()!) + "[]";
        if (!type.IsGenericType)
            return type.FullName!.Replace('+', '.');
        return $"{type.Namespace}.{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(TypeText))}>";
    }
}
