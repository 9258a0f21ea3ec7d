namespace Mach.Darwin;

/// <summary>OS threads of this process by the names of their control ports.</summary>
internal static unsafe class OsThread
{
    /// <summary>The running thread. The name is the system's own: nobody releases it.</summary>
    internal static uint Current(SystemLibrary library)
    {
        var self = (delegate* unmanaged[Cdecl]<nint>)library.Require("pthread_self");
        var portOf = (delegate* unmanaged[Cdecl]<nint, uint>)library.Require("pthread_mach_thread_np");
        return portOf(self());
    }

    /// <summary>Ends the wait in which a thread sleeps, if it is one that can be given up. A thread that has ended has none.</summary>
    internal static void Abort(SystemLibrary library, uint thread) =>
        _ = ((delegate* unmanaged[Cdecl]<uint, int>)library.Require("thread_abort_safely"))(thread);
}
