namespace Mach.Conformance.Vouchers;

public class A_new_voucher
{
    [Theory, EveryWorld, Rule("R-VCH-4", "R-VOU-14", "R-KOBJ-9")]
    public void Is_a_send_right_to_an_object_of_the_kernels(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var voucher = task.VoucherWith(1, 2, 3);
        Assert.Equal((uint)MACH_PORT_TYPE_SEND, task.TypeOf(voucher));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, voucher, out var type, out _));
        Assert.Equal(37u, type);
    }

    [Theory, EveryWorld, Rule("R-VCH-4", "R-VOU-14")]
    public void Is_the_one_that_has_the_same_contents_already(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var voucher = task.VoucherWith(1, 2, 3);
        Assert.Equal(voucher, task.VoucherWith(1, 2, 3));
        Assert.Equal(2u, task.Sends(voucher));
        Assert.NotEqual(voucher, task.VoucherWith(1, 2, 4));
        Assert.NotEqual(voucher, task.Voucher(Recipe.Of(Recipe.Test, Recipe.Store, 0, 1, 2, 3)));
        // In another task too: what it sends is what this one holds.
        var door = task.Receive();
        var key = task.GiveSend(other, door);
        var theirs = other.VoucherWith(1, 2, 3);
        Assert.Equal(MACH_MSG_SUCCESS, other.Send(new Note(key, MACH_MSG_TYPE_MOVE_SEND).Port(theirs, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(voucher, task.Receive(door).PortName(0));
    }

    [Theory, EveryWorld, Rule("R-VOU-14", "R-VOU-2")]
    public void Without_any_value_is_a_voucher_all_the_same(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var empty = task.Voucher(Recipe.Of(Recipe.UserData, Recipe.Store));
        Assert.NotEqual(MACH_PORT_NULL, empty);
        Assert.Equal(empty, task.Voucher(Recipe.Of(Recipe.All, Recipe.Remove)));
        Assert.Equal(empty, task.Voucher(Recipe.Of(Recipe.Test, Recipe.Store, 0, 9), Recipe.Of(Recipe.Test, Recipe.Remove)));
    }

    [Theory, EveryWorld, Rule("R-VCH-4", "R-VOU-21")]
    public void Of_no_recipe_is_the_null_voucher(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.TryVoucher(task.Host(), 0, 0, out var name));
        Assert.Equal(MACH_PORT_NULL, name);
    }

    [Theory, EveryWorld, Rule("R-VCH-4", "R-VOU-21")]
    public void Needs_a_host_and_recipes_of_a_proper_size(World world)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var recipe = Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1);
        var bytes = task.Buffer(recipe);
        foreach (var host in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x7fff03, task.Self, task.Receive()])
            Assert.Equal(MACH_SEND_INVALID_DEST, task.TryVoucher(host, bytes, recipe.Length, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(task.Host(), bytes, -1, out _));
        Assert.Equal(MIG_ARRAY_TOO_LARGE, task.TryVoucher(task.Host(), bytes, 5121, out _));
        foreach (var address in (ulong[])[0, 0x10, fence.Nowhere, fence.High - 16])
            Assert.Equal(KERN_MEMORY_ERROR, task.TryVoucher(task.Host(), address, recipe.Length, out _));
        var largest = Recipe.Of(Recipe.UserData, Recipe.Store, 0, new byte[5120 - 16]);
        Assert.Equal(KERN_SUCCESS, task.TryVoucher(task.Host(), task.Buffer(largest), 5120, out _));
    }

    [Theory, EveryWorld, Rule("R-VCH-4")]
    public void That_cannot_be_told_of_is_not_kept(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (host, recipe) = (task.Host(), task.Buffer(Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1)));
        var before = machine.Census().Ports;
        Assert.Equal(
            KERN_MEMORY_ERROR,
            task.Traps.host_create_mach_voucher_trap(host, new UserPtr<byte>(recipe), 17, new UserPtr<uint>(0x10)));
        Assert.Equal(before, machine.Census().Ports);
    }

    [Theory, EveryWorld, Rule("R-VCH-4", "R-VOU-3")]
    public void Is_refused_where_a_record_is_cut_short(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var recipe = Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1, 2, 3, 4);
        for (var size = 1; size < recipe.Length; size++)
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(task.Host(), task.Buffer(recipe), size, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, recipe, recipe[..15]));
        recipe[15] = 0xff;
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, recipe));
    }

    [Theory, EveryWorld, Rule("R-VCH-4", "R-VOU-3")]
    public void Is_refused_where_the_previous_one_is_none(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var voucher = task.VoucherWith(1);
        task.Drop(voucher);
        foreach (var name in (uint[])[MACH_PORT_DEAD, 0x7fff03, task.Receive(), task.Self, voucher, task.DeadName()])
        {
            Assert.Equal(KERN_INVALID_CAPABILITY, task.TryVoucher(out _, Recipe.Of(Recipe.UserData, Recipe.Copy, name)));
            // It is looked at before the command.
            Assert.Equal(KERN_INVALID_CAPABILITY, task.TryVoucher(out _, Recipe.Of(Recipe.UserData, 999, name)));
        }
    }

    [Theory, EveryWorld, Rule("R-VOU-4", "R-VOU-5", "R-VOU-8", "R-VOU-9")]
    public void Copies_keeps_and_removes_values_of_others(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var user = task.VoucherWith(1);
        var both = task.Voucher(Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1), Recipe.Of(Recipe.Test, Recipe.Store, 0, 2));
        Assert.Equal(both, task.Voucher(Recipe.Of(Recipe.All, Recipe.Copy, both)));
        Assert.Equal(user, task.Voucher(Recipe.Of(Recipe.UserData, Recipe.Copy, both)));
        Assert.Equal(user, task.Voucher(Recipe.Of(Recipe.UserData, Recipe.Redeem, both)));
        Assert.Equal(user, task.Voucher(Recipe.Of(Recipe.All, Recipe.Copy, both), Recipe.Of(Recipe.Test, Recipe.Remove)));
        // Removed only where equal to the previous one's.
        Assert.Equal(both, task.Voucher(Recipe.Of(Recipe.All, Recipe.Copy, both), Recipe.Of(Recipe.Test, Recipe.Remove, user)));
        Assert.Equal(
            task.Voucher(Recipe.Of(Recipe.Test, Recipe.Copy, both)),
            task.Voucher(Recipe.Of(Recipe.All, Recipe.Copy, both), Recipe.Of(Recipe.UserData, Recipe.Remove, user)));
        // Without a previous one a copy does nothing, and a redeem keeps what is there.
        Assert.Equal(user, task.Voucher(Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1), Recipe.Of(Recipe.Test, Recipe.Copy), Recipe.Of(Recipe.UserData, Recipe.Redeem)));
    }

    [Theory, EveryWorld, Rule("R-VCH-4", "R-VOU-4", "R-VOU-5", "R-VOU-6", "R-VOU-7", "R-VOU-9")]
    public void Is_refused_where_a_command_has_no_meaning(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var voucher = task.VoucherWith(1);
        byte[][] wrong =
        [
            Recipe.Of(Recipe.UserData, Recipe.Copy, voucher, 1), Recipe.Of(Recipe.UserData, Recipe.Remove, 0, 1),
            Recipe.Of(9, Recipe.Copy, voucher), Recipe.Of(9, Recipe.Remove), Recipe.Of(0, Recipe.Remove),
            Recipe.Of(Recipe.UserData, 0), Recipe.Of(Recipe.UserData, 4), Recipe.Of(Recipe.Test, 5), Recipe.Of(Recipe.UserData, 212),
            Recipe.Of(0, Recipe.Store), Recipe.Of(1, Recipe.Store), Recipe.Of(5, Recipe.Store), Recipe.Of(6, Recipe.Store),
            Recipe.Of(9, Recipe.Store), Recipe.Of(Recipe.All, Recipe.Store), Recipe.Of(Recipe.All, Recipe.Redeem, voucher),
        ];
        Assert.All(wrong, recipe => Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, recipe)));
        foreach (var key in (uint[])[1, Recipe.UserData, 9, Recipe.All])
            Assert.Equal(KERN_INVALID_CAPABILITY, task.TryVoucher(out _, Recipe.Of(key, 3)));
        // Nothing is made by the records before the one that failed.
        var before = machine.Census().Ports;
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, Recipe.Of(Recipe.Test, Recipe.Store, 0, 5), Recipe.Of(9, Recipe.Store)));
        Assert.Equal(before, machine.Census().Ports);
    }

    [Theory, EveryWorld, Rule("R-VCH-5", "R-VOU-14")]
    public void Lives_as_long_as_somebody_holds_it(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var before = machine.Census().Ports;
        var voucher = task.VoucherWith(1);
        Assert.Equal(voucher, task.VoucherWith(1));
        Assert.Equal(before + 1, machine.Census().Ports);
        // mach_voucher_deallocate is mach_port_deallocate.
        task.Drop(voucher);
        Assert.Equal(before + 1, machine.Census().Ports);
        task.Drop(voucher);
        Assert.Equal(before, machine.Census().Ports);
        var (again, other) = (task.VoucherWith(1), task.VoucherWith(2));
        Assert.NotEqual(again, other);
    }

    [Theory, EveryWorld, Rule("R-VCH-5", "R-VOU-16", "R-VOU-21")]
    public void Tells_its_recipe(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var recipe = Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1, 2, 3);
        var voucher = task.Voucher(recipe);
        Assert.Equal(KERN_SUCCESS, task.Extract(voucher, Recipe.UserData, 5120, out var told));
        Assert.Equal(recipe, told);
        Assert.Equal(KERN_SUCCESS, task.Extract(voucher, Recipe.UserData, 19, out told));
        Assert.Equal(voucher, task.Voucher(told));
        foreach (var key in (uint[])[0, 1, 3, Recipe.Test, 9, Recipe.All])
        {
            Assert.Equal(KERN_SUCCESS, task.Extract(voucher, key, 0, out told));
            Assert.Empty(told);
        }
        foreach (var room in (uint[])[0, 15, 16, 18])
            Assert.Equal(KERN_NO_SPACE, task.Extract(voucher, Recipe.UserData, room, out _));
        Assert.Equal(MIG_ARRAY_TOO_LARGE, task.Extract(voucher, Recipe.UserData, 5121, out _));
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x7fff03, task.Receive(), task.Self])
            Assert.Equal(MACH_SEND_INVALID_DEST, task.Extract(name, Recipe.UserData, 100, out _));
        var size = task.Buffer(BitConverter.GetBytes(100u));
        Assert.Equal(
            KERN_MEMORY_ERROR,
            task.Traps.mach_voucher_extract_attr_recipe_trap(voucher, Recipe.UserData, new UserPtr<byte>(0x10), new UserPtr<uint>(size)));
        Assert.Equal(
            KERN_MEMORY_ERROR,
            task.Traps.mach_voucher_extract_attr_recipe_trap(voucher, Recipe.UserData, new UserPtr<byte>(size), new UserPtr<uint>(0x10)));
    }
}
