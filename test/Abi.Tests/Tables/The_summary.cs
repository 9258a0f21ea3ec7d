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
        Assert.Matches("^constants ([0-9]+) of \\1, macros ([0-9]+) of \\2, type names ([0-9]+) of \\3, records ([0-9]+) of \\4, differences 0$", Facts.Compared.Summary);
    }
}
