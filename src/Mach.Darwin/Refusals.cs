using System.Runtime.InteropServices;

namespace Mach.Darwin;

/// <summary>What XNU does not do for one of its processes, and what to do instead.</summary>
internal static class Refusals
{
    internal static PlatformNotSupportedException NotApple() => new(
        $"Mach.Darwin is XNU through libSystem, which only Apple systems have; this is {RuntimeInformation.OSDescription}. "
        + "For a kernel within this process reference the package Mach.Kernel.");

    internal static PlatformNotSupportedException OneTask() => new(
        "On XNU a process is one task, and a new task is a new process. Use MachSystem.Current.FirstTask for this one and start a program for another; "
        + "for several tasks within this process reference the package Mach.Kernel and boot its kernel with MachSystem.Boot().");

    internal static PlatformNotSupportedException Process() => new(
        "The task is this process, with everything that it holds: it ends when the process does (Environment.Exit).");

    internal static PlatformNotSupportedException EventQueue() => new(
        "XNU's event queues are file descriptors: watch a port with kqueue() and EVFILT_MACHPORT, or await its messages (ReceiveAsync).");

    internal static PlatformNotSupportedException Exception() => new(
        "XNU learns of exceptions from the processor, not from programs. Handlers receive them as everywhere: set an exception port (ExceptionServer).");
}
