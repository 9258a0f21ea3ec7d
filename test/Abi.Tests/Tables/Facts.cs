using Mach.Tool.Facts;

namespace Mach.Abi.Tests;

/// <summary>One comparison of everything, made once.</summary>
internal static class Facts
{
    internal static AbiComparison Compared { get; } = AbiComparison.Run(Reference.Root);
}
