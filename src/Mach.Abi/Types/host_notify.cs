namespace Mach.Abi;

// mach/host_notify.h
public static partial class MachConstants
{
    /// <summary>Host notification: the calendar's offset changed.</summary>
    public const int HOST_NOTIFY_CALENDAR_CHANGE = 0;

    /// <summary>Host notification: the calendar was set.</summary>
    public const int HOST_NOTIFY_CALENDAR_SET = 1;

    /// <summary>The last host notification.</summary>
    public const int HOST_NOTIFY_TYPE_MAX = 1;

    /// <summary>Message id of <c>HOST_NOTIFY_CALENDAR_CHANGE</c>.</summary>
    public const int HOST_CALENDAR_CHANGED_REPLYID = 950;

    /// <summary>Message id of <c>HOST_NOTIFY_CALENDAR_SET</c>.</summary>
    public const int HOST_CALENDAR_SET_REPLYID = 951;
}
