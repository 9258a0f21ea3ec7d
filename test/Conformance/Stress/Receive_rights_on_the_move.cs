namespace Mach.Conformance.Stress;

public class Receive_rights_on_the_move
{
    private const int Stop = 1, Carry = 2;

    [Theory, EveryWorld]
    public void Carry_their_queues_with_them_in_order(World world)
    {
        for (var round = 0; round < Soak.Times(2); round++)
        {
            using var machine = world.Boot();
            var journey = new Journey(machine, tasks: 3, withCompanions: false);
            journey.Run();
            Books.Close(machine, journey.Crowd, allReceived: true);
            Books.CheckOrder(journey.InOrder);
        }
    }

    [Theory, EveryWorld]
    public void Lose_nothing_while_others_sleep_on_them(World world)
    {
        for (var round = 0; round < Soak.Times(2); round++)
        {
            using var machine = world.Boot();
            var journey = new Journey(machine, tasks: 3, withCompanions: true);
            journey.Run();
            Books.Close(machine, journey.Crowd, allReceived: true);
        }
    }

    /// <summary>A port whose receive right goes round among tasks while others send to it.</summary>
    private sealed class Journey
    {
        private const int Posts = 120, Senders = 3;

        private readonly Party[] _tasks;
        private readonly uint[] _doors;
        private readonly uint[,] _keys;          // [from, to]
        private readonly uint[] _here;           // what the port is called where it is; volatile
        private readonly List<Parcel> _inOrder = [];
        private int _left = Posts * Senders;

        internal Journey(Machine machine, int tasks, bool withCompanions)
        {
            Crowd = new Crowd(machine);
            _tasks = [.. Enumerable.Range(0, tasks).Select(number => machine.NewTask($"task {number}"))];
            _doors = [.. _tasks.Select(static task => task.Receive())];
            _keys = new uint[tasks, tasks];
            _here = new uint[tasks];
            for (var from = 0; from < tasks; from++)
            {
                for (var to = 0; to < tasks; to++)
                    _keys[from, to] = from == to ? 0 : _tasks[to].GiveSend(_tasks[from], _doors[to]);
            }
            var (first, stranger) = (_tasks[0], machine.NewTask("stranger"));
            var port = first.ReceiveAndSend();
            var key = first.GiveSend(stranger, port);
            Crowd.Add("sender", stranger, worker => PostAll(worker, key));
            Crowd.Add("sender", stranger, worker => PostAll(worker, key));
            Crowd.Add("sender", first, worker => PostAll(worker, port));   // its name stays, with and without the receive right
            for (var number = 0; number < tasks; number++)
            {
                var here = number;
                Crowd.Add("holder", _tasks[here], worker => Hold(worker, here, here == 0 ? port : MACH_PORT_NULL));
                if (withCompanions)
                    Crowd.Add("companion", _tasks[here], worker => Accompany(worker, here));
            }
        }

        internal Crowd Crowd { get; }

        internal List<Parcel> InOrder => _inOrder;

        internal void Run() => Crowd.Run();

        private static void PostAll(Worker worker, uint name)
        {
            for (var post = 0; post < Posts; post++)
                Assert.Equal(MACH_MSG_SUCCESS, worker.Post(name));
        }

        private void Hold(Worker worker, int here, uint held)
        {
            if (held != MACH_PORT_NULL)
                Enjoy(worker, here, held);
            while (true)
            {
                Assert.Equal(MACH_MSG_SUCCESS, worker.Receive(_doors[here], out var arrival));
                if (arrival.Id == Stop)
                    return;
                Assert.Equal(Carry, arrival.Id);
                Enjoy(worker, here, arrival.Cargo);
            }
        }

        /// <summary>Receives a little and passes the port on; whoever finds everything received tells the others to stop.</summary>
        private void Enjoy(Worker worker, int here, uint port)
        {
            Volatile.Write(ref _here[here], port);
            for (var turn = worker.Chance.Next(6); turn > 0 && Volatile.Read(ref _left) > 0; turn--)
            {
                if (worker.Receive(port, out var parcel, timeout: 1) == MACH_MSG_SUCCESS)
                    Note(worker, parcel);
            }
            Volatile.Write(ref _here[here], MACH_PORT_NULL);
            if (Volatile.Read(ref _left) == 0)
            {
                worker.Party.Die(port);
                for (var to = 0; to < _doors.Length; to++)
                {
                    if (to != here)
                        Assert.Equal(MACH_MSG_SUCCESS, worker.Send(_keys[here, to], MACH_MSG_TYPE_COPY_SEND, id: Stop));
                }
                Assert.Equal(MACH_MSG_SUCCESS, worker.Send(_doors[here], MACH_MSG_TYPE_MAKE_SEND, id: Stop));
                return;
            }
            var next = (here + 1 + worker.Chance.Next(_tasks.Length - 1)) % _tasks.Length;
            Assert.Equal(
                MACH_MSG_SUCCESS,
                worker.Send(_keys[here, next], MACH_MSG_TYPE_COPY_SEND, id: Carry, cargo: port, cargoDisposition: MACH_MSG_TYPE_MOVE_RECEIVE));
        }

        /// <summary>Sleeps on the port while it is here, and may find it gone at any moment.</summary>
        private void Accompany(Worker worker, int here)
        {
            while (Volatile.Read(ref _left) > 0 && !worker.IsStopped)
            {
                var port = Volatile.Read(ref _here[here]);
                if (port == MACH_PORT_NULL)
                {
                    Thread.Yield();
                    continue;
                }
                var code = worker.Receive(port, out var parcel, timeout: 5);
                Assert.Contains(code, (kern_return_t[])[MACH_MSG_SUCCESS, MACH_RCV_TIMED_OUT, MACH_RCV_PORT_CHANGED, MACH_RCV_INVALID_NAME]);
                if (code == MACH_MSG_SUCCESS)
                    Note(worker, parcel);
            }
        }

        private void Note(Worker worker, in Parcel parcel)
        {
            lock (_inOrder)
                _inOrder.Add(parcel);
            Interlocked.Decrement(ref _left);
            Assert.Equal(MACH_MSG_SUCCESS, worker.Acknowledge(parcel));
        }
    }
}
