namespace Mach.Conformance.Stress;

public class Many_at_one_port
{
    [Theory, EveryWorld]
    public void Lose_nothing_and_keep_the_order(World world)
    {
        for (var round = 0; round < Soak.Times(3); round++)
        {
            using var machine = world.Boot();
            var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
            var port = server.ReceiveAndSend();
            var key = server.GiveSend(client, port);
            server.SetLimit(port, 1 + round % 5);
            const int posts = 300, senders = 3;
            var left = posts * senders;
            var crowd = new Crowd(machine);
            crowd.Add("near", server, worker => PostAll(worker, port));
            crowd.Add("far", client, worker => PostAll(worker, key));
            crowd.Add("other", client, worker => PostAll(worker, key));
            for (var receiver = 0; receiver < 3; receiver++)
                crowd.Add("receiver", server, ReceiveAll);
            crowd.Run();

            Books.Close(machine, crowd, allReceived: true);
            var bySequence = crowd.Workers.SelectMany(static worker => worker.Received).OrderBy(static parcel => parcel.Sequence).ToList();
            Assert.Equal(Enumerable.Range(0, posts * senders).Select(static number => (uint)number), bySequence.Select(static parcel => parcel.Sequence));
            Books.CheckOrder(bySequence);

            static void PostAll(Worker worker, uint name)
            {
                for (var post = 0; post < posts; post++)
                    Assert.Equal(MACH_MSG_SUCCESS, worker.Post(name));
            }

            void ReceiveAll(Worker worker)
            {
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    Assert.Equal(MACH_MSG_SUCCESS, worker.Receive(port, out var parcel));
                    Assert.Equal(MACH_MSG_SUCCESS, worker.Acknowledge(parcel));
                }
            }
        }
    }

    [Theory, EveryWorld]
    public void Race_time_outs_and_interruptions_against_arrivals(World world)
    {
        for (var round = 0; round < Soak.Times(2); round++)
        {
            using var machine = world.Boot();
            var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
            var port = server.ReceiveAndSend();
            var key = server.GiveSend(client, port);
            server.SetLimit(port, 1 + round % 2);
            const int posts = 100, senders = 3;
            var left = posts * senders;
            var crowd = new Crowd(machine);
            crowd.Add("near", server, worker => PostAll(worker, port));
            crowd.Add("far", client, worker => PostAll(worker, key));
            crowd.Add("other", client, worker => PostAll(worker, key));
            for (var receiver = 0; receiver < 3; receiver++)
                crowd.Add("receiver", server, ReceiveAll);
            crowd.Add("disturber", client, Disturb);
            crowd.Run();

            Books.Close(machine, crowd, allReceived: true);
            Assert.Equal(1u, server.Sends(port));
            Assert.Equal(1u, client.Sends(key));
            Assert.Equal(2u, server.Holders(port));

            static void PostAll(Worker worker, uint name)
            {
                while (worker.Accepted < posts)
                {
                    var code = worker.Chance.Next(4) == 0
                        ? worker.Post(name)
                        : worker.Post(name, MACH_SEND_TIMEOUT, (uint)worker.Chance.Next(3));
                    Assert.Contains(code, (kern_return_t[])[MACH_MSG_SUCCESS, MACH_SEND_TIMED_OUT, MACH_SEND_INTERRUPTED]);
                }
            }

            void ReceiveAll(Worker worker)
            {
                while (Volatile.Read(ref left) > 0)
                {
                    var code = worker.Receive(port, out var parcel, timeout: (uint)worker.Chance.Next(3));
                    Assert.Contains(code, (kern_return_t[])[MACH_MSG_SUCCESS, MACH_RCV_TIMED_OUT, MACH_RCV_INTERRUPTED]);
                    if (code != MACH_MSG_SUCCESS)
                        continue;
                    Interlocked.Decrement(ref left);
                    Assert.Equal(MACH_MSG_SUCCESS, worker.Acknowledge(parcel));
                }
            }

            void Disturb(Worker worker)
            {
                while (Volatile.Read(ref left) > 0 && !worker.IsStopped)
                {
                    crowd.Workers[worker.Chance.Next(crowd.Workers.Count)].Interrupt();
                    Thread.Yield();
                }
            }
        }
    }

    [Theory, EveryWorld]
    public void Call_and_are_answered_each_with_its_own(World world)
    {
        for (var round = 0; round < Soak.Times(2); round++)
        {
            using var machine = world.Boot();
            var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
            var (port, set) = (server.ReceiveAndSend(), server.PortSet());
            server.Join(port, set);
            var key = server.GiveSend(client, port);
            const int calls = 200, callers = 3;
            var left = calls * callers;
            var crowd = new Crowd(machine);
            for (var caller = 0; caller < callers; caller++)
                crowd.Add("caller", client, CallAll);
            foreach (var door in (uint[])[port, set])
                crowd.Add("server", server, worker => Serve(worker, door));
            crowd.Add("disturber", server, Disturb);
            crowd.Run();
            Books.Close(machine, crowd, allReceived: true);

            void CallAll(Worker worker)
            {
                var reply = worker.Party.Receive();
                for (var call = 0u; call < calls; call++)
                {
                    Assert.Equal(MACH_MSG_SUCCESS, worker.Call(key, reply, worker.Number, call, out var answer));
                    Assert.Equal((Worker.Answer, worker.Number, call), (answer.Id, answer.Sender, answer.Serial));
                    if (call % 16 == 0)
                        Assert.Equal(MACH_PORT_TYPE_RECEIVE, worker.Party.TypeOf(reply));
                }
                worker.Party.Die(reply);
            }

            void Serve(Worker worker, uint door)
            {
                while (Volatile.Read(ref left) > 0)
                {
                    if (worker.Receive(door, out var request, timeout: 2) != MACH_MSG_SUCCESS)
                        continue;
                    Interlocked.Decrement(ref left);
                    Assert.Equal(
                        MACH_MSG_SUCCESS,
                        worker.Send(request.Remote, MACH_MSG_TYPE_MOVE_SEND_ONCE, id: Worker.Answer, a: request.Sender, b: request.Serial));
                }
            }

            void Disturb(Worker worker)
            {
                while (Volatile.Read(ref left) > 0 && !worker.IsStopped)
                {
                    crowd.Workers[worker.Chance.Next(crowd.Workers.Count)].Interrupt();
                    Thread.Yield();
                }
            }
        }
    }
}
