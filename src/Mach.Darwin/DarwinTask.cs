namespace Mach.Darwin;

/// <summary>The process as a task: the only one that there is to act as.</summary>
internal sealed unsafe class DarwinTask(SystemLibrary library) : KernelTask
{
    /// <inheritdoc/>
    public override string Name => AppDomain.CurrentDomain.FriendlyName;

    /// <inheritdoc/>
    public override int ProcessId => Environment.ProcessId;

    /// <inheritdoc/>
    public override bool IsAlive => true;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The kernel does not tell.</exception>
    public override ulong MappedBytes
    {
        get
        {
            mach_task_basic_info_data_t info = default;
            uint words = MACH_TASK_BASIC_INFO_COUNT;
            var self = TakeSelf();
            var code = ((delegate* unmanaged[Cdecl]<uint, uint, void*, uint*, int>)library.Require("task_info"))(self, MACH_TASK_BASIC_INFO, &info, &words);
            _ = ((delegate* unmanaged[Cdecl]<uint, uint, int>)library.Require("mach_port_deallocate"))(self, self);
            return code == 0 ? info.virtual_size : throw new InvalidOperationException($"task_info: {(kern_return_t)code}");
        }
    }

    /// <summary>A name for the task's own port, with one reference more.</summary>
    internal uint TakeSelf() => ((delegate* unmanaged[Cdecl]<uint>)library.Require("task_self_trap"))();
}
