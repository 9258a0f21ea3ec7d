using Mach;
using Mach.Abi;
using static Mach.Abi.MachConstants;

// A program runs on a CPU of its own; here a small loop plays it. Another task debugs it through ports, as on Darwin.
using MachTask program = MachSystem.Current.CreateTask("program");
using MachTask debugger = MachSystem.Current.CreateTask("debugger");
using var cpu = new LittleCpu(program.Memory);
program.AddThread(cpu);

// The debugger holds the program's task port, and asks to be told of everything that goes wrong in it.
using TaskPort port = program.GetPort(debugger);
await using ExceptionServer server = ExceptionServer.Start(debugger, Handle);
using (SendRight handler = server.MakeSend())
    port.SetExceptionPort(ExceptionTypes.All, handler, ExceptionBehavior.StateIdentity, ARM_THREAD_STATE64);

// x0 points at nothing; the program loads from there.
cpu.State = cpu.State with { __pc = 0x4000 };
cpu.Load(program);
Console.WriteLine($"program: the load gave {cpu.X1}, pc is 0x{cpu.State.__pc:x}");
program.RemoveThread(cpu);

bool Handle(ThreadException exception)
{
    Console.WriteLine($"debugger: {exception.Type} at 0x{exception.Subcode:x}, {(kern_return_t)exception.Code}");
    var state = exception.Thread!.GetState<arm_thread_state64_t>(ARM_THREAD_STATE64);
    Console.WriteLine($"debugger: pc is 0x{state.__pc:x}, x0 is 0x{state.__x[0]:x}");

    // It makes room in the program, writes a number there, and points x0 at it. The program tries again.
    ulong place = exception.Task!.AllocateMemory(sizeof(ulong));
    exception.Task.WriteMemory(place, BitConverter.GetBytes(42UL));
    state.__x[0] = place;
    exception.SetState(ARM_THREAD_STATE64, System.Runtime.InteropServices.MemoryMarshal.Cast<arm_thread_state64_t, uint>([state]));
    return true;
}
