namespace Mach;

/// <summary>Whoever receives this result, <c>out</c> or <c>ref</c> value must not release it: somebody else still owns the right.</summary>
/// <remarks>The name is good for as long as the member's documentation says, and no longer.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ReturnsBorrowedAttribute : Attribute;
