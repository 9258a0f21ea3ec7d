namespace Mach.Generators;

/// <summary>Gives the statements of a .defs file their meaning: types get sizes, routines get numbers and arguments.</summary>
internal sealed class DefsBinder
{
    private readonly DefsComplaints _complaints;
    private readonly DefsTypes _types;
    private readonly List<DefsRoutine> _routines = [];
    private readonly List<int> _skipped = [];
    private readonly List<ImportStatement> _imports = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private SubsystemStatement? _subsystem;
    private DefsSettings _settings = DefsSettings.None;
    private string? _demux;
    private int _next;

    public DefsBinder(DefsComplaints complaints)
    {
        _complaints = complaints;
        _types = new(complaints);
    }

    /// <summary>The subsystem that the file declares; null when it declares types only, or when something is wrong.</summary>
    public DefsSubsystem? Bind(DefsFile file)
    {
        foreach (var statement in file.Statements)
        {
            if (_complaints.IsFull)
                break;
            Bind(statement);
        }
        if (_subsystem is not { } subsystem || _complaints.Any)
            return null;
        return new(subsystem.Place, subsystem.Name, (int)subsystem.First, _next, _routines, _skipped)
        {
            KernelUser = subsystem.KernelUser,
            KernelServer = subsystem.KernelServer,
            ServerDemux = _demux,
            Imports = _imports,
        };
    }

    private void Bind(DefsStatement statement)
    {
        switch (statement)
        {
            case SubsystemStatement subsystem:
                Subsystem(subsystem);
                break;
            case TypeStatement type:
                _types.Declare(type.Type);
                break;
            case RoutineStatement routine:
                Routine(routine);
                break;
            case SkipStatement skip:
                Skip(skip);
                break;
            case OptionStatement option:
                Option(option);
                break;
            case ImportStatement import:
                _imports.Add(import);
                break;
            default:
                break;
        }
    }

    private void Subsystem(SubsystemStatement subsystem)
    {
        if (_subsystem is { } first)
            _complaints.Add(Diagnostics.DefsSubsystem, subsystem.Place, $"the file declares subsystem '{first.Name}' already");
        else if (_routines.Count != 0 || _next != 0)
            _complaints.Add(Diagnostics.DefsSubsystem, subsystem.Place, "the subsystem must stand before its routines");
        else if (subsystem.First > int.MaxValue - (2 * MigReader.Routines))
            _complaints.Add(Diagnostics.DefsSubsystem, subsystem.Place, $"the number {subsystem.First} is no message id");
        _subsystem ??= subsystem;
    }

    private bool Numbered(DefsPlace place, long numbers)
    {
        if (_subsystem is null)
        {
            _complaints.Add(Diagnostics.DefsSubsystem, place, "no subsystem is declared before it");
            return false;
        }
        if (_next + numbers <= MigReader.Routines)
            return true;
        _complaints.Add(Diagnostics.DefsSubsystem, place, $"a subsystem has at most {MigReader.Routines} routines: the ids of replies are {MigReader.Routines} above those of requests");
        return false;
    }

    private void Skip(SkipStatement skip)
    {
        if (!Numbered(skip.Place, skip.Numbers))
            return;
        for (var i = 0; i < skip.Numbers; i++)
            _skipped.Add(_next++);
    }

    private void Option(OptionStatement option)
    {
        switch (option.Option)
        {
            case DefsOption.UserPrefix:
                _settings = _settings with { UserPrefix = option.Text };
                break;
            case DefsOption.ServerPrefix:
                _settings = _settings with { ServerPrefix = option.Text };
                break;
            case DefsOption.ServerDemux:
                _demux = option.Text;
                break;
            case DefsOption.MsgOption:
                _settings = _settings with { MsgOption = option.Text == "MACH_MSG_OPTION_NONE" ? null : option.Text };
                break;
            case DefsOption.WaitTime or DefsOption.NoWaitTime:
                _settings = _settings with { WaitTime = option.Option == DefsOption.WaitTime ? option.Text : null };
                break;
            case DefsOption.SendTime or DefsOption.NoSendTime:
                _settings = _settings with { SendTime = option.Option == DefsOption.SendTime ? option.Text : null };
                break;
            case DefsOption.UseSpecialReplyPort:
                _settings = _settings with { UseSpecialReplyPort = option.Text != "0" };
                break;
            case DefsOption.ConsumeOnSendError:
                _settings = _settings with { ConsumeOnSendError = option.Text == "none" ? null : option.Text };
                break;
            default:
                // rcsid, error, and the limits of what C's stubs keep on the stack change nothing here.
                break;
        }
    }

    private void Routine(RoutineStatement routine)
    {
        if (!_names.Add(routine.Name))
            _complaints.Add(Diagnostics.DefsRoutine, routine.Place, $"routine '{routine.Name}' is declared already");
        if (!Numbered(routine.Place, 1))
            return;
        var arguments = new ArgumentBinder(_types, _complaints).Bind(routine);
        _routines.Add(new(routine.Place, _next++, routine.Name, routine.Simple, arguments)
        {
            Symbol = _settings.UserPrefix + routine.Name,
            Settings = _settings,
        });
    }
}
