namespace Mach.Conformance;

public class XNU
{
    [Fact]
    public void Answers_the_suite_where_it_is_there()
    {
        Assert.SkipUnless(World.HasXnu, "The suite runs on XNU on an Apple system, when MACH_XNU=1 asks for it. Nobody has done that yet.");
        Assert.Contains(World.All, world => world.ToString() == "XNU");
    }
}
