namespace Mach.Conformance.Time;

public class A_virtual_clock
{
    private readonly VirtualTime _time = new();
    private readonly List<(string What, double At)> _rung = [];

    [Fact]
    public void Stands_still_until_it_is_told_to_go_on()
    {
        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(1), _time.Elapsed);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(1), _time.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Begins_when_it_is_told_to()
    {
        var start = new DateTimeOffset(2001, 3, 24, 12, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal(start, new VirtualTime(start).GetUtcNow());
    }

    [Fact]
    public void Fires_each_timer_at_its_own_time_in_order()
    {
        using var last = Timer("last", 3);
        using var first = Timer("first", 1);
        using var second = Timer("second", 2);
        using var alsoSecond = Timer("also second", 2);
        _time.Advance(TimeSpan.FromSeconds(2.5));
        Assert.Equal([("first", 1), ("second", 2), ("also second", 2)], _rung);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(("last", 3), _rung[^1]);
    }

    [Fact]
    public void Repeats_a_timer_that_has_a_period()
    {
        using var timer = Timer("tick", 1, 2);
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal([("tick", 1), ("tick", 3), ("tick", 5)], _rung);
    }

    [Fact]
    public void Goes_to_the_next_timer()
    {
        using var one = Timer("one", 7);
        using var other = Timer("other", 7);
        using var later = Timer("later", 9);
        Assert.True(_time.AdvanceToNext());
        Assert.Equal([("one", 7), ("other", 7)], _rung);
        Assert.Equal(TimeSpan.FromSeconds(7), _time.Elapsed);
        Assert.True(_time.AdvanceToNext());
        Assert.False(_time.AdvanceToNext());
        Assert.Equal(TimeSpan.FromSeconds(9), _time.Elapsed);
    }

    [Fact]
    public void Fires_no_timer_that_was_changed_or_disposed()
    {
        using var moved = Timer("moved", 1);
        var gone = Timer("gone", 1);
        gone.Dispose();
        Assert.False(gone.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        moved.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(_rung);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([("moved", 5)], _rung);
    }

    private ITimer Timer(string name, double seconds, double? period = null) => _time.CreateTimer(
        _ => _rung.Add((name, _time.Elapsed.TotalSeconds)),
        null,
        TimeSpan.FromSeconds(seconds),
        period is { } again ? TimeSpan.FromSeconds(again) : Timeout.InfiniteTimeSpan);
}
