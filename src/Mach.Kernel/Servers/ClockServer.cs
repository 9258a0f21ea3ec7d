namespace Mach.Kernel;

/// <summary>Subsystem clock: the two clocks and their alarms.</summary>
internal sealed class ClockServer(ManagedKernel kernel) : ClockServer<KThread, KPort?, KClock>
{
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KClock subject)
    {
        subject = (port?.KernelObject as KClock)!;
        return subject is null ? KERN_INVALID_ARGUMENT : KERN_SUCCESS;
    }

    protected override kern_return_t clock_get_time(KThread caller, KClock clock_serv, out mach_timespec_t cur_time)
    {
        cur_time = clock_serv.Now;
        return KERN_SUCCESS;
    }

    protected override kern_return_t clock_get_attributes(
        KThread caller, KClock clock_serv, int flavor, Span<int> clock_attr, out uint clock_attrCnt)
    {
        clock_attrCnt = 1;
        return clock_attr.Length == 1 ? clock_serv.GetAttribute(flavor, out clock_attr[0]) : KERN_FAILURE;
    }

    /// <summary>R-TIM-5, R-TIM-6. The right to the port is the alarm's from here on.</summary>
    protected override kern_return_t clock_alarm(
        KThread caller, KClock clock_serv, int alarm_type, mach_timespec_t alarm_time, KPort? alarm_port, uint alarm_portPoly)
    {
        if (clock_serv.IsCalendar)
            return KERN_FAILURE;
        if (!KPort.IsLive(alarm_port) || alarm_portPoly != MACH_MSG_TYPE_PORT_SEND_ONCE)
            return KERN_INVALID_CAPABILITY;
        var alarm = new ClockAlarm(alarm_port, alarm_type);
        var good = KClock.TryTime(kernel.Time, alarm_type, alarm_time, out var due);
        if (good && due > kernel.Time.Now)
        {
            if (kernel.Timers.Set(alarm, 0, due))
                kernel.Timers.Arm();
            return KERN_SUCCESS;
        }
        var after = new Aftermath(kernel);
        alarm.Ring(good ? KERN_SUCCESS : KERN_INVALID_VALUE, ref after);
        after.Run();
        return KERN_SUCCESS;
    }
}
