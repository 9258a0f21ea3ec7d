using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Mach.Conformance.Model;

/// <summary>Random programs of port calls and messages, in a kernel and in a model of rights side by side.</summary>
/// <remarks>
/// A failure prints the shortest program found, step by step, and how to replay it: the numbers in brackets go into the variable
/// MACH_REPLAY, as <c>MACH_REPLAY=seed,gamma,size</c>.
/// </remarks>
public class Random_programs
{
    private const int Programs = 300;

    /// <summary>What three hundred programs are sure to come across, many times each; they would prove little without.</summary>
    private static readonly string[] s_expected =
    [
        "Insert SUCCESS", "Insert KERN_RIGHT_EXISTS", "Extract SUCCESS", "ChangeReferences SUCCESS", "Deallocate SUCCESS", "Destroy SUCCESS",
        "Destruct SUCCESS", "Request SUCCESS", "Join SUCCESS", "Leave SUCCESS", "Send SUCCESS", "Send MACH_SEND_TIMED_OUT",
        "Send MACH_SEND_INVALID_RIGHT", "a message", "notification 65", "notification 66", "notification 70", "notification 71",
        "notification 72",
    ];

    [Theory, EveryWorld, Rule("R-RIGHT-1", "R-RIGHT-7", "R-NAME-7", "R-COUT-1", "R-NS-6", "R-FAIL-1", "R-FAIL-3")]
    public void Leave_the_rights_that_the_model_says(World world)
    {
        var tally = new Dictionary<string, int>();
        var config = Config.QuickThrowOnFailure.WithMaxTest(Soak.Times(Programs)).WithQuietOnSuccess(true).WithReplay(Replayed);
        Check.One(config, Prop.ForAll(TaskProgram.Any, program => Execution.Run(world, program, tally)));
        Assert.Empty(s_expected.Except(tally.Keys));
    }

    private static FSharpOption<Replay>? Replayed
    {
        get
        {
            if (Environment.GetEnvironmentVariable("MACH_REPLAY") is not { } text)
                return null;
            var numbers = Array.ConvertAll(text.Split(','), static part => ulong.Parse(part, CultureInfo.InvariantCulture));
            var size = numbers.Length > 2 ? FSharpOption<int>.Some((int)numbers[2]) : null;
            return FSharpOption<Replay>.Some(new Replay(new Rnd(numbers[0], numbers[1]), size));
        }
    }
}
