using Mach;
using Mach.Abi;
using static Mach.Abi.MachConstants;

// A program with two threads, each on a CPU that stands where it was left; and another task that holds the program's task port.
using MachTask program = MachSystem.Current.CreateTask("program");
using MachTask looker = MachSystem.Current.CreateTask("looker");
StandingCpu[] cpus = [new(program.Memory, 0x1_0000_4000, 7), new(program.Memory, 0x1_0000_8f10, 40)];
foreach (StandingCpu cpu in cpus)
    program.AddThread(cpu);

// What "registers" of mach2's examples does: every thread of the task, every register of the thread.
using (TaskPort task = program.GetPort(looker))
{
    int number = 0;
    foreach (ThreadPort thread in task.GetThreads())
    {
        using (thread)
        {
            var state = thread.GetState<arm_thread_state64_t>(ARM_THREAD_STATE64);
            Console.WriteLine($"thread {++number}: pc 0x{state.__pc:x}, sp 0x{state.__sp:x}, fp 0x{state.__fp:x}, lr 0x{state.__lr:x}, cpsr 0x{state.__cpsr:x8}");
            for (int row = 0; row < 29; row += 8)
                Console.WriteLine($"  x{row,-2} {string.Join(' ', Enumerable.Range(row, Math.Min(8, 29 - row)).Select(index => $"{state.__x[index]:x}"))}");
        }
    }
}

foreach (StandingCpu cpu in cpus)
    program.RemoveThread(cpu);
