using System.CommandLine;
using System.CommandLine.Help;
using Mach.Bench;
using Mach.Bench.Measuring;

var suite = new Argument<string>("suite") { Description = "What to measure: ipc, memory, mig or time." };
suite.AcceptOnlyFromAmong("ipc", "memory", "mig", "time");
var rounds = new Option<int>("--rounds") { Description = "Paired rounds for each row.", DefaultValueFactory = _ => 15 };
rounds.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 3)
        result.AddError("--rounds: a median needs at least 3.");
});
var only = new Option<string?>("--only") { Description = "Only these rows, separated by commas: G1,G3." };
var json = new Option<bool>("--json") { Description = "Print for machines." };
Command bench = new("bench", "Measure against peers in the same run.") { new HelpOption(), suite, rounds, only, json };
bench.SetAction(parsed =>
{
    var chosen = parsed.GetValue(only)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    var all = parsed.GetValue(suite) switch
    {
        "memory" => MemorySuite.All,
        "mig" => MigSuite.All,
        "time" => TimeSuite.All,
        _ => IpcSuite.All,
    };
    var measurements = all.Where(measurement => chosen is null || chosen.Contains(measurement.Id, StringComparer.OrdinalIgnoreCase)).ToList();
    if (measurements.Count == 0)
    {
        Console.Error.WriteLine($"mach: no row is called {parsed.GetValue(only)}; there are {string.Join(", ", all.Select(measurement => measurement.Id).Distinct())}");
        return 2;
    }

    var rows = new List<Row>();
    foreach (var measurement in measurements)
    {
        Console.Error.WriteLine($"{measurement.Id}: {measurement.What}");
        rows.Add(measurement.Measure(parsed.GetValue(rounds)));
    }

    if (parsed.GetValue(json))
        Table.PrintJson(rows, Machine.Here);
    else
        Table.Print(rows, Machine.Here);
    return rows.Any(row => row.Failed) ? 1 : 0;
});

var arguments = bench.Parse(args);
var code = arguments.Invoke();
return arguments.Errors.Count > 0 ? 2 : code;
