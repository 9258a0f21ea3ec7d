using System.ComponentModel;

namespace Mach.Abi;

/// <summary>Gives an argument or result the C type that its C# type does not spell, as for pointers behind a typedef.</summary>
/// <param name="spelling">The C type: <c>mach_port_info_t</c>. For an <c>out</c> or <c>ref</c> argument, without the pointer to it.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class CTypeAttribute(string spelling) : Attribute
{
    /// <summary>The C type.</summary>
    public string Spelling { get; } = spelling;
}

/// <summary>Keeps the C prototype of a method where other assemblies can read it; written by the generator.</summary>
/// <param name="method">The method of the interface.</param>
/// <param name="returns">The C type that it returns.</param>
/// <param name="arguments">Its arguments as C declares them, type before name.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CPrototypeAttribute(string method, string returns, params string[] arguments) : Attribute
{
    /// <summary>The method of the interface.</summary>
    public string Method { get; } = method;

    /// <summary>The C type that it returns.</summary>
    public string Returns { get; } = returns;

    /// <summary>Its arguments as C declares them.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;
}
