namespace Mach.Conformance.Stress;

public class Snapshots_taken_meanwhile
{
    [Theory, EveryWorld]
    public void Show_one_instant_each(World world)
    {
        for (var round = 0; round < Soak.Times(2); round++)
        {
            using var machine = world.Boot();
            Party[] tasks = [machine.NewTask("a"), machine.NewTask("b"), machine.NewTask("c")];
            var doors = tasks.Select(static task => task.Receive()).ToArray();
            var crowd = new Crowd(machine);
            var (left, taken) = (6, 0);
            for (var index = 0; index < tasks.Length; index++)
            {
                var (task, door) = (tasks[index], doors[index]);
                var key = tasks[(index + 1) % tasks.Length].GiveSend(task, doors[(index + 1) % tasks.Length]);
                var names = new uint[24];
                for (var thread = 0; thread < 2; thread++)
                {
                    crowd.Add("dice", task, worker =>
                    {
                        try
                        {
                            new Random_calls.Player(worker, names, door, key).Play(calls: 500, seed: 77 + (1000 * round));
                        }
                        finally
                        {
                            Interlocked.Decrement(ref left);
                        }
                    });
                }
            }
            crowd.Add("watcher", tasks[0], worker =>
            {
                do
                {
                    Agreement.Check(machine.Snapshot());
                    taken++;
                }
                while (Volatile.Read(ref left) > 0 && !worker.IsStopped);
            });
            crowd.Run();
            Assert.NotEqual(0, taken);
            machine.CheckRights();
            var atRest = machine.Snapshot();
            Agreement.Check(atRest);
            Assert.All(atRest.Ports, static port => Assert.Equal(0, port.InFlight));
        }
    }

    [Theory, EveryWorld]
    public void Hold_nobody_up_for_ever_while_messages_pass(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var (door, set) = (server.Receive(), server.PortSet());
        Assert.Equal(KERN_SUCCESS, server.Ports().mach_port_insert_member(server.Self, door, set));
        var key = server.GiveSend(client, door);
        const int posts = 400;
        var left = posts;
        var crowd = new Crowd(machine);
        crowd.Add("sender", client, worker =>
        {
            for (var post = 0; post < posts; post++)
                Assert.Equal(MACH_MSG_SUCCESS, worker.Post(key));
        });
        crowd.Add("receiver", server, worker =>
        {
            while (Volatile.Read(ref left) > 0)
            {
                Assert.Equal(MACH_MSG_SUCCESS, worker.Receive(set, out var parcel));
                Interlocked.Decrement(ref left);
                Assert.Equal(MACH_MSG_SUCCESS, worker.Acknowledge(parcel));
            }
        });
        crowd.Add("watcher", client, worker =>
        {
            while (Volatile.Read(ref left) > 0 && !worker.IsStopped)
                Agreement.Check(machine.Snapshot());
        });
        crowd.Run();
        Books.Close(machine, crowd, allReceived: true);
    }
}
