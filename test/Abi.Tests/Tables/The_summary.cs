namespace Mach.Abi.Tests;

public class The_summary(ITestOutputHelper output)
{
    [Fact]
    public void Says_what_was_compared_and_that_nothing_differs()
    {
        var text = new StringWriter();
        Facts.Compared.Write(text);
        output.WriteLine(text.ToString());
        Assert.Equal(0, Facts.Compared.Differences);
        Assert.Matches("^functions ([0-9]+) of \\1, constants ([0-9]+) of \\2, records ([0-9]+) of \\3, routines ([0-9]+) of \\4, exports ([0-9]+) of \\5, differences 0$", Facts.Compared.Summary);
    }
}
