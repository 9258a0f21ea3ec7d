namespace Mach.Abi;

// mach/host_reboot.h
public static partial class MachConstants
{
    /// <summary>Reboot option: halt.</summary>
    public const int HOST_REBOOT_HALT = 8;

    /// <summary>Reboot option: wait for the power supply's delay.</summary>
    public const int HOST_REBOOT_UPSDELAY = 0x100;

    /// <summary>Reboot option: enter the debugger.</summary>
    public const int HOST_REBOOT_DEBUGGER = 0x1000;
}
