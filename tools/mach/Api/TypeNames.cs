using System.Reflection;

namespace Mach.Tool.Api;

/// <summary>Types as C# writes them, without namespaces, with the annotations of nullable references.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
        [typeof(char)] = "char", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
        [typeof(string)] = "string", [typeof(object)] = "object",
    };

    /// <summary>The name of a type in a signature.</summary>
    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, nullability);
        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";
        if (type.IsFunctionPointer)
            return $"delegate*<{string.Join(", ", type.GetFunctionPointerParameterTypes().Append(type.GetFunctionPointerReturnType()).Select(part => Of(part)))}>";

        var mark = nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable, ReadState: NullabilityState.Unknown }
            && !type.IsValueType && !type.IsGenericParameter ? "?" : "";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value) + "?";
        return Plain(type, nullability) + mark;
    }

    /// <summary>The name of a type where it is declared: type parameters by their names, with variance.</summary>
    public static string Declared(Type type)
    {
        var name = type.IsNested ? Declared(type.DeclaringType!) + "." + Stem(type) : Stem(type);
        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(argument => argument.Name).ToList();
        return own.Count == 0 ? name : $"{name}<{string.Join(", ", own)}>";
    }

    /// <summary>The constraints of type parameters, as <c>where</c> clauses.</summary>
    public static string Constraints(IEnumerable<Type> parameters)
    {
        var clauses = "";
        foreach (var parameter in parameters.Where(parameter => parameter.IsGenericParameter))
        {
            var attributes = parameter.GenericParameterAttributes;
            List<string> parts = [];
            var unmanaged = parameter.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "IsUnmanagedAttribute");
            if (unmanaged)
                parts.Add("unmanaged");
            else if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
                parts.Add("struct");
            else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
                parts.Add("class");
            parts.AddRange(parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)).Select(constraint => Of(constraint)));
            if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
                parts.Add("new()");
            if (attributes.HasFlag(GenericParameterAttributes.AllowByRefLike))
                parts.Add("allows ref struct");
            if (parts.Count > 0)
                clauses += $" where {parameter.Name} : {string.Join(", ", parts)}";
        }

        return clauses;
    }

    private static string Plain(Type type, NullabilityInfo? nullability)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;

        var outer = type.IsNested ? Plain(type.DeclaringType!, null) + "." : "";
        if (!type.IsGenericType)
            return outer + type.Name;

        // A nested type repeats its outer type's parameters; they were not written with the outer name's open form.
        var arguments = type.GetGenericArguments().Select((argument, index) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(index)));
        return type.Name.Contains('`') ? $"{outer}{Stem(type)}<{string.Join(", ", arguments)}>" : outer + type.Name;
    }

    private static string Stem(Type type)
    {
        var tick = type.Name.IndexOf('`');
        return tick < 0 ? type.Name : type.Name[..tick];
    }
}
