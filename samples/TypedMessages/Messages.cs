using Mach;

/// <summary>How warm is it?</summary>
[MachMessage(100, Ndr = true, Reply = typeof(Reading))]
internal sealed partial record Ask([CString(32)] string Room);

/// <summary>So warm.</summary>
[MachMessage(200, Ndr = true)]
internal readonly partial record struct Reading(double Degrees, [Counted(16)] int[] History);

/// <summary>Tell me how warm it is, so many times. I keep the port; you get a right to send there.</summary>
[MachMessage(101, Ndr = true)]
internal readonly partial record struct Tell([MakeSend] ReceiveRight Listener, int Times);
