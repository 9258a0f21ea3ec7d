namespace Mach;

/// <summary>The callee uses the name that is passed here until it returns, and not longer; the caller still owns the right and must release it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BorrowsAttribute : Attribute;
