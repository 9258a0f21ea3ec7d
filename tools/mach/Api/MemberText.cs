using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mach.Tool.Api;

/// <summary>One member as one line of C#.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Field(FieldInfo field)
    {
        var access = field.IsPublic ? "" : "protected ";
        var name = $"{TypeNames.Of(field.FieldType, Nullability.Create(field))} {field.Name}";
        if (field.IsLiteral)
            return $"{access}const {name} = {Constant(field.GetRawConstantValue())}";
        return $"{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{name}";
    }

    public static string Constructor(ConstructorInfo built) => $"{Access(built)}new({Parameters(built)})";

    public static string Property(PropertyInfo property)
    {
        var first = property.GetMethod ?? property.SetMethod!;
        var accessors = "";
        if (property.GetMethod is { } get && IsVisible(get))
            accessors += "get; ";
        if (property.SetMethod is { } set && IsVisible(set))
        {
            var word = set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";
            accessors += (set.IsPublic || !first.IsPublic ? "" : "protected ") + word;
        }

        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var type = TypeNames.Of(property.PropertyType, Nullability.Create(property));
        return $"{Access(first)}{Kind(first)}{ByRef(first.ReturnParameter)}{type} {name} {{ {accessors}}}";
    }

    public static string Method(MethodInfo method, string? name = null)
    {
        var type = TypeNames.Of(method.ReturnType, Nullability.Create(method.ReturnParameter));
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var words = name is null ? Access(method) + Kind(method) : "";
        return $"{words}{ByRef(method.ReturnParameter)}{type} {name ?? method.Name}{generic}({Parameters(method)}){TypeNames.Constraints(method.GetGenericArguments())}";
    }

    public static string Constant(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        char sign => $"'{sign}'",
        Enum member => Convert.ToDecimal(member, null).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Kind(MethodInfo method)
    {
        if (method.IsStatic)
            return method.IsAbstract ? "static abstract " : "static ";
        if (method.DeclaringType!.IsInterface)
            return method.IsAbstract ? "" : "virtual ";
        if (method.IsAbstract)
            return "abstract ";
        if (!method.IsVirtual)
            return "";
        var overrides = method.GetBaseDefinition() != method;
        if (overrides)
            return method.IsFinal ? "sealed override " : "override ";
        return method.IsFinal ? "" : "virtual ";
    }

    private static string ByRef(ParameterInfo returned)
    {
        if (!returned.ParameterType.IsByRef)
            return "";
        return returned.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "InAttribute") ? "ref readonly " : "ref ";
    }

    private static bool IsVisible(MethodInfo method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter switch
        {
            { ParameterType.IsByRef: true, IsOut: true } => "out ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        var optional = parameter.HasDefaultValue ? " = " + (parameter.DefaultValue is null && parameter.ParameterType.IsValueType ? "default" : Constant(parameter.DefaultValue)) : "";
        return $"{way}{TypeNames.Of(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{optional}";
    }
}
