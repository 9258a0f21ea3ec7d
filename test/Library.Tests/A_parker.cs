using Xunit;

namespace Mach.Library.Tests;

public sealed class A_parker
{
    [Fact]
    public void Takes_a_permit_that_came_before()
    {
        var parker = new Parker();
        parker.Unpark();
        parker.Unpark();
        parker.Park();
    }

    [Fact]
    public void Passes_a_ball_between_two_threads_without_losing_it()
    {
        int times = Soak.Times(100_000);
        var here = new Parker();
        var there = new Parker();
        int ball = 0;
        var other = new Thread(() =>
        {
            for (int i = 0; i < times; i++)
            {
                there.Park();
                ball++;
                here.Unpark();
            }
        });
        other.Start();
        for (int i = 0; i < times; i++)
        {
            there.Unpark();
            here.Park();
            Assert.Equal(i + 1, ball);
        }

        other.Join();
    }

    [Fact]
    public void Sleeps_until_a_late_permit_comes()
    {
        var parker = new Parker();
        using var timer = new Timer(_ => parker.Unpark(), null, 30, Timeout.Infinite);
        for (int i = 0; i < 1; i++)
            parker.Park();
    }
}
