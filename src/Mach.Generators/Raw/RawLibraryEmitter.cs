namespace Mach.Generators;

/// <summary>Emits the call of the system library's own function, where the thread's kernel has a library and that exports it.</summary>
internal static class RawLibraryEmitter
{
    /// <summary>The first step of a function: with the library's answer it returns.</summary>
    /// <param name="w">The function, which holds its thread in <c>__thread</c>.</param>
    /// <param name="symbol">C's name.</param>
    /// <param name="arguments">The function's own arguments, which are C's.</param>
    public static void Call(SourceWriter w, string symbol, IReadOnlyList<(string Type, string Name, string Ownership)> arguments)
    {
        var types = string.Concat(arguments.Select(a => a.Type + ", ")) + "global::Mach.Abi.kern_return_t";
        w.Line($"if (__thread.Library is {{ }} __library && __library.Find({SourceWriter.Quote(symbol)}) is var __function && __function != 0)");
        w.In().Line($"return ((delegate* unmanaged[Cdecl]<{types}>)__function)({string.Join(", ", arguments.Select(a => a.Name))});").Out();
    }
}
