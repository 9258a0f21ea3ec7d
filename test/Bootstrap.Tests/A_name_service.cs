using Mach.Kernel;

namespace Mach.Bootstrapping.Tests;

public sealed class A_name_service : City
{
    protected override BootstrapServerOptions Options => new() { MostServices = 12, MostServicesOfOneProcess = 8 };

    [Fact]
    public void Keeps_no_more_names_for_a_process_than_it_allows()
    {
        var held = new List<ReceiveRight>();
        for (int i = 0; i < 8; i++)
            held.Add(ToAlice.CheckIn($"alice {i}"));
        Assert.Equal(BOOTSTRAP_NO_MEMORY, ToAlice.TryCheckIn("one more", out _));
        using (SendRight own = held[0].MakeSend())
            Assert.Equal(BOOTSTRAP_NO_MEMORY, ToAlice.TryRegister("one more", own));

        // Others have their own share, up to all there is.
        for (int i = 0; i < 4; i++)
            held.Add(ToBob.CheckIn($"bob {i}"));
        Assert.Equal(BOOTSTRAP_NO_MEMORY, ToBob.TryCheckIn("one more", out _));
        held[0].Dispose();
        held.Add(ToBob.CheckIn("one more"));
        foreach (ReceiveRight right in held)
            right.Dispose();
    }

    [Fact]
    public async Task That_ends_leaves_dead_names()
    {
        using ReceiveRight service = ToAlice.CheckIn("left over");
        await Server.DisposeAsync();
        Assert.Equal(MACH_SEND_INVALID_DEST, ToBob.TryLookUp("left over", out _));
        Assert.Equal(MACH_SEND_INVALID_DEST, ToBob.TryCheckIn("other", out _));
        Assert.True(service.IsHeld);
        Server.Dispose();
    }

    [Fact]
    public async Task Ends_with_its_task()
    {
        using ReceiveRight service = ToAlice.CheckIn("left over");
        Hall.Dispose();
        await Server.Completion;
        Assert.Equal(MACH_SEND_INVALID_DEST, ToBob.TryLookUp("left over", out _));
    }

    [Fact]
    public void Can_be_reached_by_a_right_that_was_given()
    {
        using var kernel = new ManagedKernel();
        MachSystem system = MachSystem.Boot(kernel);
        using MachTask hall = system.CreateTask("hall");
        using BootstrapServer server = BootstrapServer.Start(hall);
        using MachTask orphan = system.CreateTask("orphan");
        Assert.Null(orphan.GetBootstrapPort());
        Assert.Throws<InvalidOperationException>(() => new Bootstrap(orphan));

        using var self = new Bootstrap(server.MakeSend());
        Assert.Same(hall, self.Task);
        using ReceiveRight port = self.CheckIn("the hall's own");
        using SendRight found = self.LookUp("the hall's own");
        AssertReaches(found, port);
    }

    [Fact]
    public async Task Serves_many_tasks_at_once()
    {
        int rounds = Soak.Times(300);
        Task[] people = [.. Enumerable.Range(0, 4).Select(number => Task.Run(() => Live(number)))];
        await Task.WhenAll(people);

        void Live(int number)
        {
            using MachTask task = Settle($"person {number}");
            using var names = new Bootstrap(task);
            for (int i = 0; i < rounds; i++)
            {
                using ReceiveRight own = names.CheckIn($"{number}");
                if (names.TryLookUp($"{(number + 1) % 4}", out SendRight? neighbour) == KERN_SUCCESS)
                    neighbour!.Dispose();
                using SendRight self = names.LookUp($"{number}");
                AssertReaches(self, own);
            }
        }
    }
}
