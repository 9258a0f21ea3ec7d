using System.Text;

namespace Mach.Conformance.Vouchers;

/// <summary>The routines of subsystem mach_voucher, and that trap and message agree.</summary>
public class What_a_voucher_tells
{
    private const uint Importance = 2, Bank = 3, Priority = 4;
    private const uint Self = 200, Create = 610, CreatePriority = 710;

    private static MachVoucherClient Calls(Party task) => new(task.Thread);

    private static kern_return_t Content(Party task, uint voucher, uint key, int room, out byte[] content)
    {
        var bytes = new byte[room];
        var code = Calls(task).mach_voucher_extract_attr_content(voucher, key, bytes, out var size);
        content = bytes[..(int)size];
        return code;
    }

    [Theory, EveryWorld, Rule("R-VOU-15", "R-VOU-9", "R-VOU-10", "R-VOU-18")]
    public void Is_the_content_of_an_attribute(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var voucher = task.Voucher(
            Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1, 2, 3), Recipe.Of(Importance, Self), Recipe.Of(Bank, Create), Recipe.Of(Priority, CreatePriority, 0, 0xfb, 0x10, 0, 0));
        Assert.Equal(KERN_SUCCESS, Content(task, voucher, Recipe.UserData, 4096, out var content));
        Assert.Equal([1, 2, 3], content);
        Assert.Equal(KERN_SUCCESS, Content(task, voucher, Priority, 4, out content));
        Assert.Equal([0xfb, 0x10, 0, 0], content);
        Assert.Equal(KERN_SUCCESS, Content(task, voucher, Importance, 4096, out content));
        Assert.Contains(task.Task.ProcessId.ToString(), Encoding.ASCII.GetString(content), StringComparison.Ordinal);
        Assert.Equal(0, content[^1]);
        Assert.Equal(KERN_SUCCESS, Content(task, voucher, Bank, 500, out content));
        Assert.InRange(content.Length, 2, 499);
        foreach (var (key, room) in (IEnumerable<(uint, int)>)[(Recipe.UserData, 2), (Priority, 3), (Importance, 4), (Bank, 499)])
            Assert.Equal((key, KERN_NO_SPACE), (key, Content(task, voucher, key, room, out _)));
        foreach (var key in (uint[])[0, 1, 5, 6, Recipe.Test, 9, 77, Recipe.All])
        {
            Assert.Equal(KERN_SUCCESS, Content(task, voucher, key, 0, out content));
            Assert.Empty(content);
        }
        foreach (var other in (uint[])[task.Self, task.Host()])
            Assert.Equal(KERN_INVALID_ARGUMENT, Content(task, other, Recipe.UserData, 10, out _));
    }

    [Theory, EveryWorld, Rule("R-VOU-16", "R-VOU-21")]
    public void Is_the_same_recipe_by_trap_and_by_message(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        byte[][] records = [Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1, 2, 3), Recipe.Of(Recipe.Test, Recipe.Store, 0, 4), Recipe.Of(Importance, Self), Recipe.Of(Bank, Create)];
        var voucher = task.Voucher(records);
        byte[] all = [.. records.SelectMany(static record => record)];
        Assert.Equal(KERN_SUCCESS, task.Traps.host_self_trap() is var host ? new MachHostClient(task.Thread).host_create_mach_voucher(host, all, out var made) : default);
        Assert.Equal(voucher, made);
        Assert.Equal(KERN_SUCCESS, new MachHostClient(task.Thread).host_create_mach_voucher(host, [], out made));
        Assert.Equal(MACH_PORT_NULL, made);
        Assert.Equal(KERN_INVALID_ARGUMENT, new MachHostClient(task.Thread).host_create_mach_voucher(host, all.AsSpan(0, 15), out _));
        var bytes = new byte[4096];
        for (uint key = 0; key < 10; key++)
        {
            foreach (var room in (uint[])[0, 15, 16, 17, 19, 30, 515, 516, 4096])
            {
                var byTrap = task.Extract(voucher, key, room, out var told);
                var byMessage = Calls(task).mach_voucher_extract_attr_recipe(voucher, key, bytes.AsSpan(0, (int)room), out var size);
                Assert.Equal((key, room, byTrap), (key, room, byMessage));
                if (byTrap == KERN_SUCCESS)
                    Assert.Equal(told, bytes[..(int)size]);
            }
        }
    }

    [Theory, EveryWorld, Rule("R-VOU-17", "R-VOU-16")]
    public void Is_every_recipe_in_the_order_of_keys(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        byte[][] records = [Recipe.Of(Recipe.Test, Recipe.Store, 0, 4), Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1, 2, 3)];
        var voucher = task.Voucher(records);
        var bytes = new byte[5120];
        Assert.Equal(KERN_SUCCESS, Calls(task).mach_voucher_extract_all_attr_recipes(voucher, bytes, out var size));
        byte[] expected = [.. records[1], .. records[0]];
        Assert.Equal(expected, bytes[..(int)size]);
        Assert.Equal(voucher, task.Voucher(bytes[..(int)size]));
        Assert.Equal(KERN_SUCCESS, Calls(task).mach_voucher_extract_all_attr_recipes(voucher, bytes.AsSpan(0, expected.Length), out size));
        foreach (var room in (int[])[0, 16, 18, 19, 35])
            Assert.Equal(KERN_NO_SPACE, Calls(task).mach_voucher_extract_all_attr_recipes(voucher, bytes.AsSpan(0, room), out _));
        Assert.Equal(KERN_SUCCESS, Calls(task).mach_voucher_extract_all_attr_recipes(task.Voucher(Recipe.Of(Recipe.All, Recipe.Remove)), [], out size));
        Assert.Equal(0u, size);
    }

    [Theory, EveryWorld, Rule("R-VOU-19", "R-VOU-20")]
    public void Is_what_the_commands_of_its_attributes_say(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var voucher = task.Voucher(Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1), Recipe.Of(Importance, Self), Recipe.Of(Bank, Create));
        var plain = task.VoucherWith(1);
        byte[] word = [1, 0, 0, 0];
        foreach (var key in (uint[])[0, 1, 5, 6, 9, Recipe.All])
            Assert.Equal(KERN_INVALID_ARGUMENT, Command(voucher, key, 1, word, 4, out _));
        foreach (var key in (uint[])[Recipe.UserData, Recipe.Test, Priority])
            Assert.Equal(KERN_FAILURE, Command(voucher, key, 1, word, 4, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, Command(voucher, Importance, 2, [1], 4, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, Command(voucher, Importance, 2, word, 3, out _));
        Assert.Equal(KERN_NOT_SUPPORTED, Command(voucher, Importance, 1, word, 4, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, Command(voucher, Importance, 2, word, 0, out _));

        Assert.Equal(KERN_SUCCESS, Command(voucher, Bank, 1, [], 4, out var told));
        Assert.Equal(task.Task.ProcessId, BitConverter.ToInt32(told));
        Assert.Equal(KERN_SUCCESS, Command(voucher, Bank, 5, [], 8, out told));
        Assert.Equal((task.Task.ProcessId, -1), (BitConverter.ToInt32(told), BitConverter.ToInt32(told, 4)));
        Assert.Equal(KERN_SUCCESS, Command(voucher, Bank, 3, [], 4, out told));
        Assert.Equal(-1, BitConverter.ToInt32(told));
        Assert.Equal(KERN_INVALID_OBJECT, Command(voucher, Bank, 2, [], 4096, out _));
        Assert.Equal(KERN_NOT_SUPPORTED, Command(voucher, Bank, 4, [], 4, out _));
        foreach (var (command, room) in (IEnumerable<(uint, int)>)[(1, 3), (3, 0), (5, 7)])
            Assert.Equal((command, KERN_NO_SPACE), (command, Command(voucher, Bank, command, [], room, out _)));
        foreach (var command in (uint[])[0, 6, 99])
            Assert.Equal(KERN_INVALID_ARGUMENT, Command(voucher, Bank, command, [], 4, out _));
        Assert.Equal(KERN_INVALID_VALUE, Command(plain, Bank, 1, [], 4, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, Command(task.Self, Bank, 1, [], 4, out _));

        kern_return_t Command(uint of, uint key, uint command, byte[] given, int room, out byte[] answer)
        {
            var bytes = new byte[room];
            var code = Calls(task).mach_voucher_attr_command(of, key, command, given, bytes, out var size);
            answer = bytes[..(int)size];
            return code;
        }
    }

    [Theory, EveryWorld, Rule("R-VOU-20", "R-VOU-12")]
    public void Names_who_wanted_the_work_first_and_who_passed_it_on(World world)
    {
        using var machine = world.Boot();
        Party[] tasks = [machine.NewTask("a"), machine.NewTask("b"), machine.NewTask("c")];
        var voucher = tasks[0].Voucher(Recipe.Of(Bank, Create));
        for (var index = 1; index < 3; index++)
        {
            var (from, to) = (tasks[index - 1], tasks[index]);
            var door = to.Receive();
            var note = new Note(to.GiveSend(from, door), MACH_MSG_TYPE_MOVE_SEND) { Voucher = voucher };
            note.Bits |= MACH_MSG_TYPE_COPY_SEND << 16;
            Assert.Equal(MACH_MSG_SUCCESS, from.Send(note));
            voucher = to.By(MessageTrap.MachMsg2).Receive(door, MACH64_RCV_VOUCHER).Voucher;
            var bytes = new byte[8];
            Assert.Equal(KERN_SUCCESS, Calls(to).mach_voucher_attr_command(voucher, Bank, 5, [], bytes, out _));
            Assert.Equal((tasks[0].Task.ProcessId, from.Task.ProcessId), (BitConverter.ToInt32(bytes), BitConverter.ToInt32(bytes, 4)));
        }
    }

    [Theory, EveryWorld, Rule("R-VOU-22", "R-DBG-1")]
    public void Is_no_business_of_a_debuggers(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_NOT_SUPPORTED, Calls(task).mach_voucher_debug_info(task.Self, task.VoucherWith(1), new byte[5120], out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, Calls(task).mach_voucher_debug_info(task.Host(), 0, new byte[5120], out _));
    }
}
