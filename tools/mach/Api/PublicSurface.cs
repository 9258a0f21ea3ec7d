using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mach.Tool.Api;

/// <summary>A library's public surface as text: one line for each type and each member that other code can use.</summary>
/// <remarks>What the compiler adds by itself (the members of records, accessors) is left out; the order never depends on the build.</remarks>
internal static class PublicSurface
{
    /// <summary>The text for one assembly.</summary>
    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var space in assembly.GetExportedTypes().Where(type => !type.FullName!.Contains('<')).GroupBy(type => type.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append('\n');
            foreach (var type in space.OrderBy(TypeNames.Declared, StringComparer.Ordinal))
                Describe(text, type);
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, Type type)
    {
        text.Append('\n').Append(Marks(type)).Append(Declaration(type)).Append('\n');
        if (type.BaseType == typeof(MulticastDelegate))
            return;
        foreach (var line in Members(type))
            text.Append("    ").Append(line).Append('\n');
    }

    private static string Declaration(Type type)
    {
        var access = type.IsNestedFamily || type.IsNestedFamORAssem ? "protected " : "public ";
        if (type.BaseType == typeof(MulticastDelegate))
            return $"{access}delegate {MemberText.Method(type.GetMethod("Invoke")!, TypeNames.Declared(type))}{TypeNames.Constraints(type.GetGenericArguments())}";

        var words = type switch
        {
            { IsEnum: true } => "enum ",
            { IsInterface: true } => "interface ",
            { IsValueType: true } => $"{(Has<IsReadOnlyAttribute>(type) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}struct ",
            { IsAbstract: true, IsSealed: true } => "static class ",
            { IsAbstract: true } => "abstract class ",
            { IsSealed: true } => "sealed class ",
            _ => "class ",
        };
        List<string> parents = [];
        if (type.IsEnum)
            parents.Add(TypeNames.Of(Enum.GetUnderlyingType(type)));
        else if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            parents.Add(TypeNames.Of(parent));
        if (!type.IsEnum)
            parents.AddRange(type.GetInterfaces().Where(face => face.IsPublic || face.IsNestedPublic).Select(face => TypeNames.Of(face)).Order(StringComparer.Ordinal));
        var inherits = parents.Count == 0 ? "" : " : " + string.Join(", ", parents);
        return $"{access}{words}{TypeNames.Declared(type)}{inherits}{TypeNames.Constraints(type.GetGenericArguments())}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => (field.Name, Value: field.GetRawConstantValue()!))
                .OrderBy(member => Convert.ToDecimal(member.Value, null)).ThenBy(member => member.Name, StringComparer.Ordinal)
                .Select(member => $"{member.Name} = {MemberText.Constant(member.Value)}");
        }

        // The fields of a structure are its layout: they keep their order.
        var fields = type.GetFields(Own).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
            .Where(field => !Has<CompilerGeneratedAttribute>(field)).Select(field => Marks(field) + MemberText.Field(field));
        if (!type.IsValueType)
            fields = fields.Order(StringComparer.Ordinal);
        var properties = type.GetProperties(Own).Where(property => property.GetAccessors(true).Any(Visible)).Where(property => property.Name != "EqualityContract");
        var events = type.GetEvents(Own).Where(occurrence => occurrence.AddMethod is { } add && Visible(add));
        var methods = type.GetMethods(Own).Where(Visible).Where(method => !method.Name.Contains('<') && !Has<CompilerGeneratedAttribute>(method))
            .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));
        return fields
            .Concat(type.GetConstructors(Own).Where(Visible).Select(built => Marks(built) + MemberText.Constructor(built)).Order(StringComparer.Ordinal))
            .Concat(properties.Select(property => Marks(property) + MemberText.Property(property)).Order(StringComparer.Ordinal))
            .Concat(events.Select(occurrence => $"event {TypeNames.Of(occurrence.EventHandlerType!)} {occurrence.Name}").Order(StringComparer.Ordinal))
            .Concat(methods.Select(method => Marks(method) + MemberText.Method(method)).Order(StringComparer.Ordinal));
    }

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Has<T>(MemberInfo member)
        where T : Attribute => member.IsDefined(typeof(T), inherit: false);

    /// <summary>The promises about stability: what may still change, what will leave.</summary>
    private static string Marks(MemberInfo member)
    {
        var marks = "";
        foreach (var attribute in member.GetCustomAttributesData())
        {
            // Ref structs carry an Obsolete mark of the compiler's own for old compilers.
            if (attribute.AttributeType.Name is "ExperimentalAttribute")
                marks += $"[Experimental({attribute.ConstructorArguments[0].Value})] ";
            else if (attribute.AttributeType == typeof(ObsoleteAttribute) && member is not Type { IsByRefLike: true })
                marks += $"[Obsolete({attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == "DiagnosticId").TypedValue.Value})] ";
        }

        return marks;
    }
}
