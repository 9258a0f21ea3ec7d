namespace Mach.Kernel;

/// <summary>Where a thread waits for what a handler has to say about its exception; one port for each request.</summary>
internal sealed class ExceptionReplyPort : KernelObject
{
    internal static readonly ExceptionReplyPort Instance = new();

    internal override uint ObjectType => 0;

    internal override string Description => "answer to an exception";

    internal override bool IsServed => false;

    internal override bool IsReceivedByKernel => true;
}
