namespace Mach.Conformance.Stress;

public class Random_calls
{
    private const int Slots = 24;

    [Theory, EveryWorld]
    public void On_shared_names_break_nothing(World world)
    {
        for (var round = 0; round < Soak.Times(2); round++)
        {
            using var machine = world.Boot();
            Party[] tasks = [machine.NewTask("a"), machine.NewTask("b"), machine.NewTask("c")];
            var doors = tasks.Select(static task => task.Receive()).ToArray();
            var crowd = new Crowd(machine);
            for (var index = 0; index < tasks.Length; index++)
            {
                var (task, door) = (tasks[index], doors[index]);
                var key = tasks[(index + 1) % tasks.Length].GiveSend(task, doors[(index + 1) % tasks.Length]);
                task.SetLimit(door, 64);
                var names = new uint[Slots];
                for (var thread = 0; thread < 2; thread++)
                    crowd.Add("dice", task, worker => new Player(worker, names, door, key).Play(calls: 800, seed: 1000 * round));
            }
            crowd.Run();
            machine.CheckRights();
        }
    }

    /// <summary>One thread that throws dice over names which its sibling uses as well.</summary>
    internal sealed class Player(Worker worker, uint[] names, uint door, uint key)
    {
        private static readonly int[] s_dispositions =
        [
            MACH_MSG_TYPE_MOVE_RECEIVE, MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_MSG_TYPE_COPY_SEND,
            MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE,
        ];

        private static readonly int[] s_requests =
            [MACH_NOTIFY_DEAD_NAME, MACH_NOTIFY_SEND_POSSIBLE, MACH_NOTIFY_NO_SENDERS, MACH_NOTIFY_PORT_DESTROYED];

        private readonly Party _task = worker.Party;
        private Random _chance = worker.Chance;

        internal void Play(int calls, int seed)
        {
            _chance = new Random(seed + (int)worker.Number);
            for (var call = 0; call < calls && !worker.IsStopped; call++)
                Throw();
        }

        private uint Self => _task.Self;

        private int Disposition => s_dispositions[_chance.Next(s_dispositions.Length)];

        private void Throw()
        {
            var (name, other) = (Any(), Any());
            var calls = _task.Ports(_chance.Next(4) == 0 ? Route.Message : Route.Trap);
            var code = KERN_SUCCESS;
            switch (_chance.Next(20))
            {
                case 0 or 1:
                    if (calls.mach_port_allocate(Self, (uint)(_chance.Next(4) == 0 ? 3 : 1), out var made) == KERN_SUCCESS)
                        Keep(made);
                    break;
                case 2 or 3:
                    code = calls.mach_port_insert_right(Self, name, name, MACH_MSG_TYPE_MAKE_SEND);
                    break;
                case 4:
                    code = calls.mach_port_deallocate(Self, name);
                    break;
                case 5:
                    code = calls.mach_port_mod_refs(Self, name, (uint)_chance.Next(5), _chance.Next(-2, 3));
                    break;
                case 6:
                    code = calls.mach_port_destroy(Self, name);
                    break;
                case 7:
                    code = calls.mach_port_destruct(Self, name, -_chance.Next(2), 0);
                    break;
                case 8:
                    code = calls.mach_port_insert_member(Self, name, other);
                    break;
                case 9:
                    code = calls.mach_port_move_member(Self, name, _chance.Next(2) == 0 ? 0 : other);
                    break;
                case 10 or 11:
                    code = calls.mach_port_request_notification(
                        Self, name, s_requests[_chance.Next(4)], (uint)_chance.Next(2), _chance.Next(3) == 0 ? 0 : other, MACH_MSG_TYPE_MAKE_SEND_ONCE, out var old);
                    Keep(old);
                    break;
                case 12:
                    code = calls.mach_port_extract_right(Self, name, Disposition, out var taken, out _);
                    Keep(taken);
                    break;
                case 13 or 14 or 15:
                    Send(_chance.Next(2) == 0 ? key : name, MACH_MSG_TYPE_COPY_SEND);
                    break;
                case 16:
                    Send(name, Disposition);
                    break;
                case 17:
                    code = calls.mach_port_type(Self, name, out _);
                    break;
                default:
                    Receive(_chance.Next(2) == 0 ? door : name);
                    break;
            }
            if (code == KERN_INVALID_NAME)
                Forget(name);
        }

        private void Send(uint to, int disposition)
        {
            var (local, cargo) = (_chance.Next(2) == 0 ? Any() : 0, _chance.Next(3) == 0 ? 0 : Any());
            var code = worker.Send(
                to, disposition, local, local == 0 ? 0 : Disposition, cargo: cargo, cargoDisposition: Disposition,
                options: MACH_SEND_TIMEOUT | (_chance.Next(4) == 0 ? MACH_SEND_NOTIFY : 0), timeout: 0);
            if (code != MACH_SEND_TIMED_OUT)
                return;
            foreach (var name in worker.Unsent)
                Keep(name);
        }

        private void Receive(uint from)
        {
            if (worker.Receive(from, out var parcel, timeout: (uint)_chance.Next(2)) != MACH_MSG_SUCCESS)
                return;
            Keep(parcel.Remote);
            Keep(parcel.Cargo);
        }

        private uint Any() => Volatile.Read(ref names[_chance.Next(Slots)]);

        private void Keep(uint name)
        {
            if (!MACH_PORT_VALID(name) || name == Self || name == door || name == key)
                return;
            var old = Interlocked.Exchange(ref names[_chance.Next(Slots)], name);
            if (MACH_PORT_VALID(old) && old != name)
                _task.Ports().mach_port_destroy(Self, old);
        }

        private void Forget(uint name)
        {
            for (var slot = 0; slot < Slots; slot++)
                Interlocked.CompareExchange(ref names[slot], 0, name);
        }
    }
}
