namespace Mach.Conformance.Stress;

/// <summary>Threads that map, copy, protect and send memory at the same time: nothing crashes, nothing is lost.</summary>
public class Memory_at_work
{
    private const int Rounds = 400;

    [Theory, EveryWorld, Rule("R-BODY-5", "R-VMR-38")]
    public void Every_region_is_accounted_for_at_the_end(World world)
    {
        using var machine = world.Boot();
        var crowd = new Crowd(machine);
        var (left, right) = (machine.NewTask("left"), machine.NewTask("right"));
        var (there, back) = (new Lane(left, right), new Lane(right, left));
        crowd.Add("sender", left, _ => Pass(there, back, 1 << 16));
        crowd.Add("large sender", left, _ => Pass(new Lane(left, left), new Lane(left, left), 3 << 20, rounds: Rounds / 20));
        crowd.Add("answerer", right, _ => Answer(crowd, there, back));
        foreach (var name in (string[])["one", "two"])
            crowd.Add(name, left, _ => Churn(left, name.GetHashCode(StringComparison.Ordinal)));
        crowd.Run();
        Assert.Equal((0UL, 0UL), (left.Task.MappedBytes, right.Task.MappedBytes));
    }

    private static int Times(int rounds) => Soak.Times(rounds);

    private static void Pass(Lane there, Lane back, int size, int rounds = Rounds)
    {
        var random = new Random(size);
        for (var round = 0; round < Times(rounds); round++)
        {
            var length = random.Next(1, size);
            var region = there.From.Region(length, first: (byte)round);
            var moves = round % 2 == 0;
            Assert.Equal(MACH_MSG_SUCCESS, there.From.Send(new Note(there.Key, MACH_MSG_TYPE_COPY_SEND, id: round).Memory(region, (uint)length, moves), timeout: 60_000, options: MACH_SEND_TIMEOUT));
            if (!moves)
            {
                Party.Memory(region, length).Clear();
                there.From.Task.Deallocate(region, (ulong)length);
            }
            if (ReferenceEquals(there.From, there.To))
            {
                Check(there.From, there.From.Receive(there.Door), length, (byte)round);
                continue;
            }
            Assert.Equal(MACH_MSG_SUCCESS, back.To.Receive(back.Door, out var letter, timeout: 60_000));
            Check(back.To, letter, length, (byte)round);
        }
        if (!ReferenceEquals(there.From, there.To))
            Assert.Equal(MACH_MSG_SUCCESS, there.From.Send(new Note(there.Key, MACH_MSG_TYPE_COPY_SEND, id: -1)));
    }

    private static void Check(Party party, Letter letter, int length, byte first)
    {
        var bytes = Party.Memory(letter.Address(0), length);
        for (var index = 0; index < length; index += 509)
            Assert.Equal((byte)(first + (index * 31)), bytes[index]);
        party.Task.Deallocate(letter.Address(0), (ulong)length);
    }

    private static void Answer(Crowd crowd, Lane there, Lane back)
    {
        while (true)
        {
            Assert.Equal(MACH_MSG_SUCCESS, there.To.Receive(there.Door, out var letter, timeout: 60_000));
            if (letter.Id == -1 || crowd.IsBroken)
                return;
            var note = new Note(back.Key, MACH_MSG_TYPE_COPY_SEND, id: letter.Id).Memory(letter.Address(0), letter.Extent(0), deallocate: true);
            Assert.Equal(MACH_MSG_SUCCESS, back.From.Send(note));
        }
    }

    private static void Churn(Party party, int seed)
    {
        var random = new Random(seed);
        var vm = new MachVmClient(party.Thread);
        for (var round = 0; round < Times(Rounds); round++)
        {
            var size = (ulong)random.Next(1, 40) * 4096;
            var address = party.Task.Allocate(size);
            var part = address + ((ulong)random.Next((int)(size / 4096)) * 4096);
            Party.Memory(address, (int)size).Fill((byte)round);
            Assert.Equal(KERN_SUCCESS, vm.mach_vm_protect(party.Self, part, 4096, 0, random.Next(2)));
            _ = vm.mach_vm_read_overwrite(party.Self, address, size, address, out _);
            Assert.Equal(KERN_SUCCESS, vm.mach_vm_protect(party.Self, part, 4096, 0, VM_PROT_DEFAULT));
            var shown = 0UL;
            Assert.Equal(KERN_SUCCESS, vm.mach_vm_remap(party.Self, ref shown, size, 0, VM_FLAGS_ANYWHERE, party.Self, address, random.Next(2), out _, out _, 1));
            Assert.Equal((byte)round, Party.Memory(shown + size - 1, 1)[0]);
            // What was shared gets pages of its own again: the places of the old ones are for others.
            Assert.Equal(KERN_SUCCESS, vm.mach_vm_protect(party.Self, address, size, 0, VM_PROT_COPY | VM_PROT_DEFAULT));
            Party.Memory(address, (int)size).Fill((byte)~round);
            party.Task.Deallocate(part, 4096);
            party.Task.Deallocate(shown, size);
            party.Task.Deallocate(address, size);
        }
    }
}
