namespace Mach.Conformance.Stress;

public class Tasks_that_die
{
    [Theory, EveryWorld]
    public void Under_their_clients_leave_nothing_open(World world)
    {
        for (var round = 0; round < Soak.Times(12); round++)
        {
            using var machine = world.Boot();
            var (server, client, other) = (machine.NewTask("server"), machine.NewTask("client"), machine.NewTask("other"));
            var (port, set) = (server.Receive(), server.PortSet());
            server.Join(port, set);
            var full = client.Receive();
            client.SetLimit(full, 0);
            var (wall, notify) = (client.GiveSend(server, full), client.Receive());
            var deathAfter = round * 7 % 60;
            var received = 0;
            var crowd = new Crowd(machine);
            foreach (var (task, name) in ((Party, uint)[])[
                (client, server.GiveSend(client, port)), (other, server.GiveSend(other, port)), (other, server.GiveSend(other, port))])
            {
                crowd.Add("sender", task, worker => PostAll(worker, name));
            }
            var key = server.GiveSend(client, port);
            client.Ask(key, MACH_NOTIFY_DEAD_NAME, notify);
            crowd.Add("receiver", server, worker => ReceiveAll(worker, port));
            crowd.Add("receiver", server, worker => ReceiveAll(worker, set));
            crowd.Add("stuck sender", server, worker => worker.Post(wall));
            crowd.Add("caller of itself", server, CallItself);
            crowd.Add("killer", client, Kill);
            crowd.Run();

            Books.Close(machine, crowd, allReceived: false);
            client.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, key);
            Assert.Equal(0u, client.Holders(full));
            Assert.Equal(0u, client.Status(full).mps_msgcount);

            static void PostAll(Worker worker, uint name)
            {
                for (var post = 0; post < 60; post++)
                {
                    var code = worker.Post(name);
                    Assert.Contains(code, (kern_return_t[])[MACH_MSG_SUCCESS, MACH_SEND_INVALID_DEST]);
                    if (code != MACH_MSG_SUCCESS)
                        return;
                }
            }

            void ReceiveAll(Worker worker, uint name)
            {
                while (worker.Receive(name, out var parcel) == MACH_MSG_SUCCESS)
                {
                    worker.Acknowledge(parcel);
                    Interlocked.Increment(ref received);
                }
            }

            static void CallItself(Worker worker)
            {
                // Names come and go in the very table that is being released.
                while (!worker.IsStopped && worker.Party.Ports().mach_port_allocate(worker.Party.Self, MACH_PORT_RIGHT_RECEIVE, out var name) == KERN_SUCCESS)
                {
                    var sent = worker.Send(name, MACH_MSG_TYPE_MAKE_SEND, name, MACH_MSG_TYPE_MAKE_SEND_ONCE, cargo: name, cargoDisposition: MACH_MSG_TYPE_MAKE_SEND);
                    if (sent == MACH_MSG_SUCCESS && worker.Receive(name, out var parcel, timeout: 0) == MACH_MSG_SUCCESS)
                        worker.Party.Ports().mach_port_deallocate(worker.Party.Self, parcel.Remote);
                    worker.Party.Ports().mach_port_destroy(worker.Party.Self, name);
                }
            }

            void Kill(Worker worker)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref received) >= deathAfter || worker.IsStopped);
                server.Task.Dispose();
            }
        }
    }

    [Theory, EveryWorld]
    public void With_rights_in_flight_take_them_along(World world)
    {
        for (var round = 0; round < Soak.Times(12); round++)
        {
            using var machine = world.Boot();
            var hub = machine.NewTask("hub");
            Party[] tasks = [machine.NewTask("a"), machine.NewTask("b"), machine.NewTask("c")];
            var doors = tasks.Select(static task => task.Receive()).ToArray();
            var keys = tasks.Select((task, index) => task.GiveSend(hub, doors[index])).ToArray();
            var crowd = new Crowd(machine);
            using var barrier = new Barrier(tasks.Length);
            for (var index = 0; index < tasks.Length; index++)
            {
                var (task, door) = (tasks[index], doors[index]);
                var next = tasks[(index + 1) % tasks.Length].GiveSend(task, doors[(index + 1) % tasks.Length]);
                crowd.Add("sender of ports", task, worker => SendPorts(worker, next));
                crowd.Add("killer", hub, worker => Kill(worker, barrier, task));
            }
            crowd.Add("sender to all", hub, SendToAll);
            crowd.Run();
            Books.Close(machine, crowd, allReceived: false);

            static void SendPorts(Worker worker, uint next)
            {
                // Receive rights travel towards tasks that die; queues hang in queues.
                kern_return_t code;
                do
                {
                    if (worker.Party.Ports().mach_port_allocate(worker.Party.Self, MACH_PORT_RIGHT_RECEIVE, out var cargo) != KERN_SUCCESS)
                        return;
                    worker.Post(cargo, disposition: MACH_MSG_TYPE_MAKE_SEND);
                    worker.Send(cargo, MACH_MSG_TYPE_MAKE_SEND, cargo, MACH_MSG_TYPE_MAKE_SEND_ONCE, cargo: worker.Ledger, cargoDisposition: MACH_MSG_TYPE_MAKE_SEND);
                    code = worker.Send(next, MACH_MSG_TYPE_COPY_SEND, cargo: cargo, cargoDisposition: MACH_MSG_TYPE_MOVE_RECEIVE);
                }
                while (code == MACH_MSG_SUCCESS);
            }

            static void Kill(Worker worker, Barrier barrier, Party task)
            {
                worker.Meet(barrier);
                for (var pause = worker.Chance.Next(200); pause > 0; pause--)
                    Thread.Yield();
                task.Task.Dispose();
            }

            void SendToAll(Worker worker)
            {
                var dead = 0;
                for (var turn = 0; dead < keys.Length; turn++)
                {
                    var code = worker.Post(keys[turn % keys.Length], MACH_SEND_TIMEOUT, 1);
                    Assert.Contains(code, (kern_return_t[])[MACH_MSG_SUCCESS, MACH_SEND_TIMED_OUT, MACH_SEND_INVALID_DEST]);
                    dead = code == MACH_SEND_INVALID_DEST ? dead + 1 : 0;
                }
            }
        }
    }
}
