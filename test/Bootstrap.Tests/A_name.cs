namespace Mach.Bootstrapping.Tests;

public sealed class A_name : City
{
    [Fact]
    public void Is_found_by_another_task_after_check_in()
    {
        using ReceiveRight service = ToAlice.CheckIn("org.example.digest");
        Assert.Same(Alice, service.Task);
        using SendRight found = ToBob.LookUp("org.example.digest");
        Assert.Same(Bob, found.Task);
        AssertReaches(found, service);
    }

    [Fact]
    public void Is_found_by_another_task_after_registration()
    {
        using ReceiveRight port = ReceiveRight.Create(Alice);
        using (SendRight own = port.MakeSend())
            ToAlice.Register("org.example.port", own);
        using SendRight found = ToBob.LookUp("org.example.port");
        AssertReaches(found, port);
    }

    [Fact]
    public void Is_inherited_with_the_bootstrap_port_by_children_of_children()
    {
        using ReceiveRight service = ToAlice.CheckIn("here");
        using MachTask grandchild = Bob.CreateChild("grandchild");
        using var names = new Bootstrap(grandchild);
        using SendRight found = names.LookUp("here");
        AssertReaches(found, service);
    }

    [Fact]
    public void That_nobody_has_is_unknown()
    {
        Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, ToBob.TryLookUp("nobody", out SendRight? none));
        Assert.Null(none);
        MachException unknown = Assert.Throws<MachException>(() => ToBob.LookUp("nobody"));
        Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, unknown.Code);
        Assert.Equal("bootstrap_look_up", unknown.Routine);
    }

    [Fact]
    public void Is_taken_up_once()
    {
        using ReceiveRight service = ToAlice.CheckIn("one");
        Assert.Equal(BOOTSTRAP_SERVICE_ACTIVE, ToBob.TryCheckIn("one", out ReceiveRight? second));
        Assert.Null(second);
        Assert.Equal(BOOTSTRAP_SERVICE_ACTIVE, ToAlice.TryCheckIn("one", out _));
        Assert.Equal(BOOTSTRAP_SERVICE_ACTIVE, Assert.Throws<MachException>(() => ToBob.CheckIn("one")).Code);

        using ReceiveRight other = ReceiveRight.Create(Bob);
        using SendRight own = other.MakeSend();
        Assert.Equal(BOOTSTRAP_NAME_IN_USE, ToBob.TryRegister("one", own));
        Assert.Equal(BOOTSTRAP_NAME_IN_USE, Assert.Throws<MachException>(() => ToBob.Register("one", own)).Code);
        using SendRight found = ToBob.LookUp("one");
        AssertReaches(found, service);
    }

    [Fact]
    public void Is_free_again_when_its_port_dies()
    {
        int before = NamesInHall;
        ReceiveRight first = ToAlice.CheckIn("again");
        using SendRight old = ToBob.LookUp("again");
        first.Dispose();
        Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, ToBob.TryLookUp("again", out _));
        Assert.True(old.IsDead);

        using ReceiveRight second = ToBob.CheckIn("again");
        using SendRight found = ToAlice.LookUp("again");
        AssertReaches(found, second);
        second.Dispose();
        Assert.Equal(before, NamesInHall);
    }

    [Fact]
    public void Is_free_again_when_its_task_ends()
    {
        int before = NamesInHall;
        using MachTask carol = Settle("carol");
        using var names = new Bootstrap(carol);
        using ReceiveRight one = names.CheckIn("carol's");
        using ReceiveRight port = ReceiveRight.Create(carol);
        using SendRight own = port.MakeSend();
        names.Register("carol's too", own);
        carol.Dispose();
        Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, ToAlice.TryLookUp("carol's", out _));
        Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, ToAlice.TryLookUp("carol's too", out _));
        Assert.Equal(before, NamesInHall);
    }

    [Fact]
    public void Follows_its_receive_right_to_another_task()
    {
        ReceiveRight service = ToAlice.CheckIn("moving");
        using ReceiveRight door = ToBob.CheckIn("door");
        using SendRight toBob = ToAlice.LookUp("door");
        using (var crate = new MessageBuilder(Alice))
            toBob.Send(crate.Move(service), Soon);
        using ReceivedMessage arrived = door.Receive(Soon);
        using ReceiveRight moved = arrived.TakeReceive(0);
        Alice.Dispose();
        using SendRight found = ToBob.LookUp("moving");
        AssertReaches(found, moved);
    }

    [Fact]
    public void Can_be_one_of_several_of_a_port()
    {
        int before = NamesInHall;
        ReceiveRight port = ReceiveRight.Create(Alice);
        using SendRight own = port.MakeSend();
        foreach (string name in new[] { "a", "b", "ä", "日本" })
            ToAlice.Register(name, own);
        Assert.Equal(before + 1, NamesInHall);
        using (SendRight found = ToBob.LookUp("日本"))
            AssertReaches(found, port);
        port.Dispose();
        foreach (string name in new[] { "a", "b", "ä", "日本" })
            Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, ToBob.TryLookUp(name, out _));
        Assert.Equal(before, NamesInHall);
    }

    [Fact]
    public void Cannot_be_given_to_a_port_that_is_dead()
    {
        ReceiveRight port = ReceiveRight.Create(Alice);
        using SendRight own = port.MakeSend();
        port.Dispose();
        Assert.Equal(KERN_INVALID_RIGHT, ToAlice.TryRegister("dead", own));
        Assert.Equal(BOOTSTRAP_UNKNOWN_SERVICE, ToAlice.TryLookUp("dead", out _));
    }

    [Fact]
    public void Has_1_to_127_bytes()
    {
        Assert.Throws<ArgumentException>(() => ToAlice.CheckIn(""));
        Assert.Throws<ArgumentException>(() => ToAlice.LookUp(new string('x', 128)));
        Assert.Throws<ArgumentException>(() => ToAlice.LookUp("a\0b"));
        string longest = new('x', 127);
        using ReceiveRight service = ToAlice.CheckIn(longest);
        using SendRight found = ToBob.LookUp(longest);
        AssertReaches(found, service);
    }
}
