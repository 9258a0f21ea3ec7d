using System.Globalization;
using System.Text;

namespace Mach.Conformance.Model;

/// <summary>Runs one program in a kernel and in the model, and compares what both have after every step.</summary>
internal sealed partial class Execution
{
    private const int WholeEvery = 10;

    private readonly RightsModel _model = new();
    private readonly Machine _machine;
    private readonly Party[] _parties;
    private readonly SpaceModel[] _spaces;
    private readonly HashSet<uint>[] _furniture;      // names that are not the program's: its own control port, reply ports
    private readonly HashSet<uint>[] _seen;           // every name that the program had
    private readonly StringBuilder _log = new();
    private readonly Dictionary<string, int> _tally;
    private Verb _verb;

    private Execution(World world, int tasks, Dictionary<string, int> tally)
    {
        _tally = tally;
        _machine = world.Boot();
        _parties = [.. Enumerable.Range(0, tasks).Select(index => _machine.NewTask(((char)('a' + index)).ToString()))];
        _spaces = [.. _parties.Select(static party => new SpaceModel(party.Task.Name))];
        Furnish();
        _furniture = [.. _parties.Select((party, index) => party.Names().Keys.Except(_spaces[index].Names.Keys).ToHashSet())];
        _seen = [.. _spaces.Select(static space => space.Names.Keys.ToHashSet())];
    }

    /// <summary>Runs a program; throws with what was done, step by step, when kernel and model differ.</summary>
    /// <param name="world">Where.</param>
    /// <param name="program">What.</param>
    /// <param name="tally">Counts how often each verb ended in each way.</param>
    internal static void Run(World world, TaskProgram program, Dictionary<string, int> tally)
    {
        var execution = new Execution(world, program.Tasks, tally);
        try
        {
            for (var index = 0; index < program.Steps.Length; index++)
                execution.Make(index + 1, program.Steps[index]);
            execution.CompareAll();
            execution._machine.Dispose();
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"\n{execution._log}   {problem.Message}\n"), problem);
        }
    }

    /// <summary>Each task has a port, and each other task a send right to it.</summary>
    private void Furnish()
    {
        for (var index = 0; index < _parties.Length; index++)
        {
            var port = new PortModel { Owner = _spaces[index] };
            var door = _parties[index].Receive();
            RightsModel.AddNew(_spaces[index], door, new EntryModel(RightsModel.Receive, port, null, 0));
            for (var other = 0; other < _parties.Length; other++)
            {
                if (other == index)
                    continue;
                RightsModel.AddNew(_spaces[other], _parties[index].GiveSend(_parties[other], door), new EntryModel(RightsModel.Send, port, null, 1));
                (port.Sends, port.Made) = (port.Sends + 1, port.Made + 1);
            }
        }
    }

    private void Make(int number, Step step)
    {
        (_model.Step, _verb) = (number, step.Verb);
        var index = step.Task % _parties.Length;
        if (!_spaces[index].Alive)
            return;
        Make(step, _parties[index], _spaces[index], new Picker(_spaces[index], _seen[index], step.Choices));
        _model.Settle();
        // A step changes the names of its own task only; now and then everything is compared.
        if (number % WholeEvery == 0)
            CompareAll();
        else
            Compare(index);
        for (var task = 0; task < _spaces.Length; task++)
            _seen[task].UnionWith(_spaces[task].Names.Keys);
    }

    private void Say(SpaceModel space, FormattableString what) =>
        _log.Append(CultureInfo.InvariantCulture, $"{_model.Step,3} {space}: ").AppendLine(FormattableString.Invariant(what));

    private void Expect(kern_return_t modelled, kern_return_t found)
    {
        _log.Append(CultureInfo.InvariantCulture, $"      {Name(found)}").AppendLine();
        Assert.Equal(Name(modelled), Name(found));
        Count($"{_verb} {Name(found)}");
    }

    private void Count(string what) => _tally[what] = _tally.GetValueOrDefault(what) + 1;

    private static string Name(kern_return_t code) => code == KERN_SUCCESS ? "SUCCESS" : code.ToString();

    private void CompareAll()
    {
        for (var index = 0; index < _parties.Length; index++)
        {
            Compare(index);
            foreach (var (name, entry) in _spaces[index].Names.Where(entry => _spaces[index].Alive && entry.Value.Has(RightsModel.Receive)))
                Assert.Equal((name, (uint)entry.Port!.Sends), (name, _parties[index].Holders(name)));
        }
    }

    private void Compare(int acting)
    {
        if (_spaces[acting].Alive)
            CompareNames(_parties[acting], _spaces[acting], _furniture[acting]);
        for (var index = 0; index < _parties.Length; index++)
        {
            foreach (var (name, entry) in _spaces[index].Names.Where(entry => _spaces[index].Alive && entry.Value.Has(RightsModel.Receive)))
                ComparePort(_parties[index], name, entry.Port!);
        }
    }

    private static void CompareNames(Party party, SpaceModel space, HashSet<uint> furniture)
    {
        var modelled = space.Names.Select(entry => Line(entry.Key, entry.Value.Type | (entry.Value.Request?.Bits ?? 0), (uint)entry.Value.References));
        var found = party.Table().Records
            .Where(record => record.iin_type != 0 && !furniture.Contains(record.iin_name))
            .Select(record => Line(record.iin_name, record.iin_type, record.iin_urefs));
        Assert.Equal(modelled, found);

        string Line(uint name, uint type, uint references) => $"{space.ToString()} 0x{name:x}: {type:x} {references}";
    }

    private static void ComparePort(Party party, uint name, PortModel port)
    {
        var modelled = new mach_port_status_t
        {
            mps_pset = port.Sets.Count > 0 ? 1u : 0,
            mps_mscount = port.Made,
            mps_qlimit = port.Limit,
            mps_msgcount = (uint)port.Queue.Count,
            mps_sorights = (uint)port.SendOnces,
            mps_srights = port.Sends > 0 ? 1 : 0,
            mps_pdrequest = port.PortDestroyed is null ? 0 : 1,
            mps_nsrequest = port.NoSenders is null ? 0 : 1,
        };
        Assert.Equal(Line(modelled), Line(party.Status(name)));

        string Line(in mach_port_status_t status) =>
            $"0x{name:x}: in a set {status.mps_pset}, made {status.mps_mscount}, limit {status.mps_qlimit}, messages {status.mps_msgcount}, " +
            $"send-onces {status.mps_sorights}, sends {status.mps_srights}, port-destroyed {status.mps_pdrequest}, no-senders {status.mps_nsrequest}";
    }
}
