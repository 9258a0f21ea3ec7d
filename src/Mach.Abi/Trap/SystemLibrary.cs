using System.Collections.Concurrent;

namespace Mach.Abi;

/// <summary>The functions of a system's own user library, each looked up by name when it is first needed.</summary>
/// <remarks>L1 A name is looked up once: what was missing then stays missing.</remarks>
public abstract class SystemLibrary
{
    private readonly ConcurrentDictionary<string, nint> _found = new(StringComparer.Ordinal);
    private readonly Func<string, nint> _load;

    /// <summary>A library in which nothing has been looked up.</summary>
    protected SystemLibrary() => _load = Load;

    /// <summary>The library and the version of the system that it came with, as an error names them.</summary>
    public abstract string Description { get; }

    /// <summary>The address of a function of C's calling convention; 0 when the library exports none of that name.</summary>
    public nint Find(string function) => _found.TryGetValue(function, out var address) ? address : _found.GetOrAdd(function, _load);

    /// <summary>The address of a function that nothing else can do the work of.</summary>
    /// <exception cref="EntryPointNotFoundException">The library exports none of that name; the message names it and the system's version.</exception>
    public nint Require(string function)
    {
        var address = Find(function);
        return address != 0 ? address : throw new EntryPointNotFoundException($"There is no function '{function}' in {Description}.");
    }

    /// <summary>Looks a name up; 0 when it is missing.</summary>
    protected abstract nint Load(string function);
}

/// <summary>A kernel that comes with a user library of its own: C's functions are called there.</summary>
public interface ILibraryKernel : IKernel
{
    /// <summary>The library.</summary>
    SystemLibrary Library { get; }
}
