using Xunit;

namespace Mach.Library.Tests.Typed;

/// <summary>A typed message is written whole or not at all.</summary>
public sealed class A_draft : World
{
    [Fact]
    public void That_fails_on_a_lent_right_leaves_every_other_right_with_its_owner()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using Cargo cargo = Full(target);
        using var builder = new MessageBuilder(Alice);
        MachRightException failed;
        using (cargo.Several[1].AsRawMachPort())
            failed = Assert.Throws<MachRightException>(() => builder.Put(cargo));
        Assert.Equal(RightFault.Lent, failed.Fault);
        AssertWhole(cargo, builder);
        builder.Put(cargo);
        Assert.False(cargo.Moved.IsHeld);
    }

    [Fact]
    public void That_fails_on_a_right_that_is_named_twice_leaves_it_with_its_owner()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using Cargo full = Full(target);
        Cargo cargo = full with { Several = [full.Several[0], full.Moved] };
        using var builder = new MessageBuilder(Alice);
        Assert.Equal(RightFault.Gone, Assert.Throws<MachRightException>(() => builder.Put(cargo)).Fault);
        AssertWhole(cargo, builder);
    }

    [Fact]
    public void That_fails_on_another_tasks_right_leaves_every_other_right_with_its_owner()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using ReceiveRight foreign = ReceiveRight.Create(Bob);
        using SendRight way = foreign.MakeSend();
        using Cargo full = Full(target);
        Cargo cargo = full with { Maybe = [null, way] };
        using var builder = new MessageBuilder(Alice);
        Assert.Equal(RightFault.WrongTask, Assert.Throws<MachRightException>(() => builder.Put(cargo)).Fault);
        AssertWhole(cargo, builder);
    }

    [Fact]
    public void Is_refused_by_a_part_that_is_too_long_before_anything_moves()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using Cargo full = Full(target);
        using var builder = new MessageBuilder(Alice);
        Assert.Throws<ArgumentException>(nameof(Cargo.Label), () => builder.Put(full with { Label = new string('x', 32) }));
        Assert.Throws<ArgumentException>(nameof(Cargo.Label), () => builder.Put(full with { Label = "a\0b" }));
        Assert.Throws<ArgumentException>(nameof(Cargo.Several), () => builder.Put(full with { Several = [.. full.Several, .. full.Several, full.Moved] }));
        Assert.Throws<ArgumentException>(nameof(Cargo.Several), () => builder.Put(full with { Several = [null!] }));
        Assert.Throws<ArgumentException>(nameof(Cargo.Table), () => builder.Put(full with { Table = new long[100_001] }));
        Assert.Throws<ArgumentNullException>(nameof(Cargo.Moved), () => builder.Put(full with { Moved = null! }));
        Assert.Throws<ArgumentNullException>(nameof(Cargo.Pages), () => builder.Put(full with { Pages = null! }));
        Assert.Throws<ArgumentException>(nameof(Texts.Three), () => builder.Put(new Texts("", [], 0, "", [1], [])));
        Assert.Throws<ArgumentException>(nameof(Texts.Field), () => builder.Put(new Texts("", [], 0, "ninebytes", [1, 2, 3], [])));
        Assert.Throws<ArgumentException>(nameof(Texts.Bytes), () => builder.Put(new Texts("", new byte[6], 0, "", [1, 2, 3], [])));
        AssertWhole(full, builder);
    }

    [Fact]
    public void Is_refused_by_a_builder_that_holds_parts_of_another_message()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using Cargo cargo = Full(target);
        using var builder = new MessageBuilder(Alice);
        builder.Write(1);
        Assert.Throws<InvalidOperationException>(() => builder.Put(cargo));
        Assert.Equal(4, builder.Body.Length);
        Assert.True(cargo.Moved.IsHeld);
    }

    [Fact]
    public void That_was_committed_is_released_with_its_builder()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using Cargo cargo = Full(target);
        using (var builder = new MessageBuilder(Alice))
            builder.Put(cargo);
        Assert.False(cargo.Moved.IsHeld);
        Assert.False(cargo.Pages.IsHeld);
    }

    [Fact]
    public void Keeps_a_message_from_being_sent_until_it_is_committed()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using SendRight way = target.MakeSend();
        using SendRight moved = target.MakeSend();
        using var builder = new MessageBuilder(Alice);
        using (builder.BeginDraft(7, 40))
        {
            builder.Move(moved);
            Assert.Throws<InvalidOperationException>(() => builder.Put(default(Signal)));
            Assert.Throws<InvalidOperationException>(() => way.TrySend(builder, MachTimeout.NoWait));
            Assert.False(builder.TryTakeSend(0, out _));
        }

        Assert.True(moved.IsHeld);
        Assert.Equal(0, builder.Id);
    }

    [Fact]
    public void Abandoned_by_an_exception_leaves_a_vector_as_it_was()
    {
        using ReceiveRight listener = ReceiveRight.Create(Alice);
        using ReceiveRight foreign = ReceiveRight.Create(Bob);
        using var data = new OolVector(task: Alice);
        data.Write("written"u8);
        using var builder = new MessageBuilder(Alice);
        using (builder.BeginDraft(1, 100))
        {
            builder.Move(data).CopyOutOfLine("fresh"u8);
            Assert.Throws<MachRightException>(() => builder.Move(data));
            Assert.Throws<MachRightException>(() => builder.MakeSend(foreign));
        }

        Assert.Equal(7, data.Length);
        using OolBuffer taken = data.Take();
        Assert.Equal("written"u8, taken.ToArray());
    }

    private Cargo Full(ReceiveRight target) => new(
        target.MakeSend(), 5, null, target.MakeSendOnce(), ReceiveRight.Create(Alice), OolBuffer.CopyOf("pages"u8, Alice),
        [target.MakeSend(), target.MakeSend()], [], [1, 2, 3], "label");

    private static void AssertWhole(Cargo cargo, MessageBuilder builder)
    {
        Assert.True(cargo.Moved.IsHeld && cargo.Once!.IsHeld && cargo.Port!.IsHeld && cargo.Pages.IsHeld && cargo.Several.All(right => right.IsHeld));
        Assert.Equal(24, builder.Size);
        Assert.Equal(0, builder.DescriptorCount);
    }
}
