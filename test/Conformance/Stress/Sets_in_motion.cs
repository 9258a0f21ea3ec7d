namespace Mach.Conformance.Stress;

public class Sets_in_motion
{
    [Theory, EveryWorld]
    public void Lose_nothing_while_members_come_and_go(World world)
    {
        for (var round = 0; round < Soak.Times(2); round++)
        {
            using var machine = world.Boot();
            var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
            uint[] ports = [server.Receive(), server.Receive(), server.Receive(), server.Receive()];
            uint[] sets = [server.PortSet(), server.PortSet(), server.PortSet()];
            var keys = ports.Select(port => server.GiveSend(client, port)).ToArray();
            const int posts = 150, senders = 3;
            var left = posts * senders;
            var crowd = new Crowd(machine);
            for (var sender = 0; sender < senders; sender++)
                crowd.Add("sender", client, PostAll);
            foreach (var name in (uint[])[sets[0], sets[1], sets[2], ports[0]])
                crowd.Add("receiver", server, worker => ReceiveAll(worker, name));
            crowd.Add("mover", server, Move);
            crowd.Add("mover", server, Move);
            crowd.Run();
            Books.Close(machine, crowd, allReceived: true);
            foreach (var port in ports)
            {
                var ofPort = crowd.Workers.SelectMany(static worker => worker.Received).Where(parcel => parcel.Local == port).OrderBy(static parcel => parcel.Sequence).ToList();
                Assert.Equal(Enumerable.Range(0, ofPort.Count).Select(static number => (uint)number), ofPort.Select(static parcel => parcel.Sequence));
                Books.CheckOrder(ofPort);
            }

            void PostAll(Worker worker)
            {
                for (var post = 0; post < posts; post++)
                    Assert.Equal(MACH_MSG_SUCCESS, worker.Post(keys[worker.Chance.Next(keys.Length)]));
            }

            void ReceiveAll(Worker worker, uint name)
            {
                while (Volatile.Read(ref left) > 0)
                {
                    var code = worker.Receive(name, out var parcel, timeout: 1 + (uint)worker.Chance.Next(3));
                    Assert.Contains(code, (kern_return_t[])[MACH_MSG_SUCCESS, MACH_RCV_TIMED_OUT]);
                    if (code != MACH_MSG_SUCCESS)
                        continue;
                    Interlocked.Decrement(ref left);
                    Assert.Equal(MACH_MSG_SUCCESS, worker.Acknowledge(parcel));
                }
            }

            void Move(Worker worker)
            {
                while (Volatile.Read(ref left) > 0 && !worker.IsStopped)
                {
                    var (port, set) = (ports[worker.Chance.Next(ports.Length)], sets[worker.Chance.Next(sets.Length)]);
                    var calls = server.Ports();
                    var code = worker.Chance.Next(4) switch
                    {
                        0 => calls.mach_port_insert_member(server.Self, port, set),
                        1 => calls.mach_port_extract_member(server.Self, port, set),
                        2 => calls.mach_port_move_member(server.Self, port, set),
                        _ => calls.mach_port_move_member(server.Self, port, MACH_PORT_NULL),
                    };
                    Assert.Contains(code, (kern_return_t[])[KERN_SUCCESS, KERN_ALREADY_IN_SET, KERN_NOT_IN_SET]);
                    Thread.Yield();
                }
            }
        }
    }

    /// <summary>Nobody here ever times out: a wake-up that is lost is a call that hangs.</summary>
    [Theory, EveryWorld]
    public void Wake_a_sleeping_receiver_for_each_call(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var set = server.PortSet();
        uint[] ports = [server.Receive(), server.Receive(), server.Receive()];
        var keys = ports.Select(port => server.GiveSend(client, port)).ToArray();
        foreach (var port in ports)
            server.Join(port, set);
        var (calls, left) = (Soak.Times(5000), 0);
        var crowd = new Crowd(machine);
        for (var caller = 0; caller < 2; caller++, left += calls)
            crowd.Add("caller", client, CallAll);
        crowd.Add("server", server, Serve);
        crowd.Run();
        Books.Close(machine, crowd, allReceived: true);

        void CallAll(Worker worker)
        {
            var reply = worker.Party.Receive();
            for (var call = 0u; call < calls; call++)
            {
                Assert.Equal(MACH_MSG_SUCCESS, worker.Call(keys[call % keys.Length], reply, worker.Number, call, out var answer));
                Assert.Equal((worker.Number, call), (answer.Sender, answer.Serial));
            }
            worker.Party.Die(reply);
        }

        void Serve(Worker worker)
        {
            while (left-- > 0)
            {
                Assert.Equal(MACH_MSG_SUCCESS, worker.Receive(set, out var request));
                Assert.Equal(
                    MACH_MSG_SUCCESS,
                    worker.Send(request.Remote, MACH_MSG_TYPE_MOVE_SEND_ONCE, id: Worker.Answer, a: request.Sender, b: request.Serial));
            }
        }
    }

    [Theory, EveryWorld]
    public void Wake_everybody_when_ports_and_sets_die(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var crowd = new Crowd(machine);
        var rounds = Soak.Times(40);
        uint port = 0, set = 0, key = 0;
        using var barrier = new Barrier(7, _ => Prepare());
        for (var receiver = 0; receiver < 4; receiver++)
        {
            var onSet = receiver % 2 == 0;
            crowd.Add(onSet ? "on the set" : "on the port", server, worker => EveryRound(worker, () => Receive(worker, onSet ? set : port)));
        }
        crowd.Add("sender", client, worker => EveryRound(worker, () => Post(worker)));
        crowd.Add("destroyer of the port", server, worker => EveryRound(worker, () => Destroy(worker, port, MACH_PORT_RIGHT_RECEIVE)));
        crowd.Add("destroyer of the set", server, worker => EveryRound(worker, () => Destroy(worker, set, MACH_PORT_RIGHT_PORT_SET)));
        crowd.Run();
        Books.Close(machine, crowd, allReceived: false);

        // Runs between two rounds, with everybody at the barrier.
        void Prepare()
        {
            port = server.Receive();
            set = server.PortSet();
            server.Join(port, set);
            key = server.GiveSend(client, port);
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

        static void Receive(Worker worker, uint name)
        {
            var code = worker.Receive(name, out var parcel);
            Assert.Contains(code, (kern_return_t[])[MACH_MSG_SUCCESS, MACH_RCV_PORT_CHANGED, MACH_RCV_INVALID_NAME]);
            if (code == MACH_MSG_SUCCESS)
                Assert.Equal(MACH_MSG_SUCCESS, worker.Acknowledge(parcel));
        }

        void Post(Worker worker)
        {
            for (var post = worker.Chance.Next(8); post > 0; post--)
                Assert.Contains(worker.Post(key), (kern_return_t[])[MACH_MSG_SUCCESS, MACH_SEND_INVALID_DEST]);
        }

        static void Destroy(Worker worker, uint name, uint right)
        {
            for (var pause = worker.Chance.Next(20); pause > 0; pause--)
                Thread.Yield();
            Assert.Equal(KERN_SUCCESS, worker.Party.Ports().mach_port_mod_refs(worker.Party.Self, name, right, -1));
        }
    }
}
