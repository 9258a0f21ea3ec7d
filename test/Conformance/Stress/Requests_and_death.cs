namespace Mach.Conformance.Stress;

public class Requests_and_death
{
    [Theory, EveryWorld]
    public void Race_and_every_request_ends_once(World world)
    {
        using var machine = world.Boot();
        var owner = machine.NewTask("owner");
        Party[] tasks = [machine.NewTask("a"), machine.NewTask("b"), machine.NewTask("c")];
        var notify = tasks.Select(static task => task.Receive()).ToArray();
        var sends = new uint[tasks.Length];
        var rounds = Soak.Times(60);
        uint port = 0;
        using var barrier = new Barrier(tasks.Length + 1, _ => Settle());
        var crowd = new Crowd(machine);
        crowd.Add("owner", owner, worker => EveryRound(worker, () => Destroy(worker)));
        for (var index = 0; index < tasks.Length; index++)
        {
            var here = index;
            crowd.Add("asker", tasks[here], worker => EveryRound(worker, () => Ask(worker, here)));
        }
        crowd.Run();
        machine.CheckRights();

        // Between two rounds, with everybody at the barrier: the last port is gone, the next one is given out.
        void Settle()
        {
            for (var index = 0; index < tasks.Length; index++)
            {
                if (sends[index] != MACH_PORT_NULL)
                    Check(tasks[index], notify[index], sends[index]);
            }
            port = owner.Receive();
            for (var index = 0; index < tasks.Length; index++)
                sends[index] = owner.GiveSend(tasks[index], port);
            owner.Fill(port);
        }

        // Whatever the outcome, the notify right came back: fired, refused or given back and dropped.
        static void Check(Party task, uint notify, uint name)
        {
            var letter = task.Receive(notify);
            task.ExpectNothing(notify);
            Assert.Contains(letter.Id, (int[])[MACH_NOTIFY_DEAD_NAME, MACH_NOTIFY_SEND_ONCE, MACH_NOTIFY_SEND_POSSIBLE]);
            if (letter.Id != MACH_NOTIFY_SEND_ONCE)
                Assert.Equal(name, letter.Word(32));
            Assert.Equal(letter.Id == MACH_NOTIFY_DEAD_NAME ? 2u : 1u, task.Deads(name));
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_destroy(task.Self, name));
            Assert.Equal(0u, task.Status(notify).mps_sorights);
        }

        void EveryRound(Worker worker, Action act)
        {
            for (var round = 0; round < rounds; round++)
            {
                worker.Meet(barrier);
                act();
            }
            worker.Meet(barrier);
        }

        void Destroy(Worker worker)
        {
            for (var pause = worker.Chance.Next(10); pause > 0; pause--)
                Thread.Yield();
            if (worker.Chance.Next(2) == 0)
                worker.Receive(port, out _, timeout: 0);
            worker.Party.Die(port);
        }

        void Ask(Worker worker, int here)
        {
            var (task, name) = (worker.Party, sends[here]);
            var id = worker.Chance.Next(2) == 0 ? MACH_NOTIFY_DEAD_NAME : MACH_NOTIFY_SEND_POSSIBLE;
            var code = task.TryRequest(name, id, notify[here], sync: (uint)worker.Chance.Next(2));
            Assert.Contains(code, (kern_return_t[])[KERN_SUCCESS, KERN_INVALID_ARGUMENT]);
            if (code != KERN_SUCCESS || worker.Chance.Next(2) == 0)
                return;
            code = task.TryRequest(name, id, MACH_PORT_NULL, 0, Route.Trap, out var previous);
            Assert.Contains(code, (kern_return_t[])[KERN_SUCCESS, KERN_INVALID_ARGUMENT]);
            if (previous != MACH_PORT_NULL)
                task.Drop(previous);
        }
    }

    [Theory, EveryWorld]
    public void End_in_one_last_no_senders_notification(World world)
    {
        using var machine = world.Boot();
        var server = machine.NewTask("server");
        Party[] tasks = [machine.NewTask("a"), machine.NewTask("b"), machine.NewTask("c")];
        var (port, notify) = (server.Receive(), server.Receive());
        server.SetLimit(notify, 1);
        var doors = tasks.Select(static task => task.Receive()).ToArray();
        var keys = tasks.Select((task, index) => task.GiveSend(server, doors[index])).ToArray();
        var gifts = Soak.Times(150);
        var crowd = new Crowd(machine);
        crowd.Add("server", server, Give);
        for (var index = 0; index < tasks.Length; index++)
        {
            var door = doors[index];
            crowd.Add("client", tasks[index], worker => TakeAndDrop(worker, door));
        }
        crowd.Run();
        machine.CheckRights();
        server.ExpectNothing(notify);
        Assert.Equal(0u, server.Holders(port));

        // As a server does that lives for its clients: it asks again while it has made rights that the notification did not know.
        void Give(Worker worker)
        {
            uint made = 0;
            var told = uint.MaxValue;
            for (var gift = 0; gift < gifts; gift++)
            {
                var to = keys[worker.Chance.Next(keys.Length)];
                Assert.Equal(MACH_MSG_SUCCESS, worker.Send(to, MACH_MSG_TYPE_COPY_SEND, cargo: port, cargoDisposition: MACH_MSG_TYPE_MAKE_SEND));
                made++;
                if (gift == 0)
                    server.Ask(port, MACH_NOTIFY_NO_SENDERS, notify, sync: made);
                else if (worker.Receive(notify, out _, timeout: 0) == MACH_MSG_SUCCESS)
                    server.Ask(port, MACH_NOTIFY_NO_SENDERS, notify, sync: made);
            }
            while (told != made)
            {
                Assert.Equal(MACH_MSG_SUCCESS, worker.Receive(notify, out var notice));
                Assert.Equal(MACH_NOTIFY_NO_SENDERS, notice.Id);
                told = notice.Count;
                if (told != made)
                    server.Ask(port, MACH_NOTIFY_NO_SENDERS, notify, sync: made);
            }
            foreach (var key in keys)
                Assert.Equal(MACH_MSG_SUCCESS, worker.Send(key, MACH_MSG_TYPE_COPY_SEND, id: 1));
        }

        static void TakeAndDrop(Worker worker, uint door)
        {
            while (true)
            {
                Assert.Equal(MACH_MSG_SUCCESS, worker.Receive(door, out var gift));
                if (gift.Id == 1)
                    return;
                worker.Drop(gift.Cargo);
            }
        }
    }
}
