using System.Reflection;
using System.Runtime.CompilerServices;
using Mach.Abi;
using Mach.Kernel;

namespace Mach.Tool.Servers;

/// <summary>Why the kernel does not serve what it does not serve: its attributes <c>[Refuses]</c> and <c>[RefusesSubsystem]</c>.</summary>
internal sealed class Refusals
{
    private const string GoneReason = "gone from XNU too: its kernel has nothing behind that number any more";

    private readonly Dictionary<(string Subsystem, string Routine), string> _routines = [];
    private readonly Dictionary<string, string> _subsystems = new(StringComparer.Ordinal);
    private readonly HashSet<int> _gone = [.. typeof(MigSubsystemAttribute).Assembly.GetExportedTypes().SelectMany(Gone)];

    private Refusals()
    {
    }

    /// <summary>Reads the kernel that the tool was built with.</summary>
    public static Refusals OfTheKernel()
    {
        var refusals = new Refusals();
        foreach (var type in typeof(ManagedKernel).Assembly.GetTypes())
        {
            foreach (var arguments in Attributes(type, "RefusesSubsystemAttribute"))
                refusals._subsystems.Add(arguments[0], arguments[1]);
            if (IsServer(type))
                refusals.Read(type);
        }
        return refusals;
    }

    /// <summary>The reason for a routine or its whole subsystem; null where there is none.</summary>
    public (string? Reason, bool AsAWhole) For(Routine routine) =>
        _subsystems.TryGetValue(routine.Subsystem, out var whole)
            ? (whole, true)
            : (_routines.GetValueOrDefault((routine.Subsystem, routine.Name)) ?? (_gone.Contains(routine.Id) ? GoneReason : null), false);

    /// <summary>Reasons that belong to no routine of the list: the code and the list disagree.</summary>
    public IEnumerable<string> Unknown(IReadOnlyList<Routine> routines) =>
        _routines.Keys.Where(key => !routines.Any(routine => (routine.Subsystem, routine.Name) == key)).Select(static key => $"{key.Subsystem}: {key.Routine}")
            .Concat(_subsystems.Keys.Except(routines.Select(static routine => routine.Subsystem)));

    /// <summary>The numbers of a subsystem's routines that no kernel has any more.</summary>
    private static IEnumerable<int> Gone(Type type) =>
        type.GetCustomAttribute<MigSubsystemAttribute>() is { } subsystem
            ? type.GetMethods().Select(static method => method.GetCustomAttribute<RoutineAttribute>()).OfType<RoutineAttribute>()
                .Where(static routine => routine.Gone).Select(routine => subsystem.FirstNumber + routine.Number)
            : [];

    private static bool IsServer(Type type)
    {
        if (type.IsAbstract)
            return false;
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(MigServer<,>))
                return true;
        }
        return false;
    }

    private void Read(Type server)
    {
        // Its name is a constant: no server is needed to read it.
        var subsystem = (string)server.GetProperty("Name")!.GetValue(RuntimeHelpers.GetUninitializedObject(server))!;
        foreach (var method in server.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            foreach (var arguments in Attributes(method, "RefusesAttribute"))
                _routines.Add((subsystem, method.Name), arguments[0]);
        }
    }

    private static IEnumerable<string[]> Attributes(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.Name == attribute)
            .Select(static data => data.ConstructorArguments.Select(static argument => (string)argument.Value!).ToArray());
}
