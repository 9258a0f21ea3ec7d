using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mach.Bench.Measuring;
using Spectre.Console;

namespace Mach.Bench;

/// <summary>Prints rows for people and for machines.</summary>
internal static class Table
{
    private static readonly JsonSerializerOptions ForMachines = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print(IReadOnlyList<Row> rows, Machine machine)
    {
        var table = new Spectre.Console.Table().RoundedBorder();
        table.AddColumns("", "what", "where", "ours", "peer", "ratio (middle half)", "goal", "reached");
        foreach (var column in table.Columns.Skip(3).Take(4))
            column.RightAligned();
        foreach (var row in rows)
        {
            table.AddRow(
                new Text(row.Id), new Text(row.What), new Text(row.Placement), new Text(row.NotMeasured is null ? Figure(row.Ours, row.Goal) : "–"),
                new Text(row.Peer is null ? row.PeerName : $"{row.PeerName}\n{Figure(row.Peer, row.Goal)}"), new Text(Ratio(row)), new Text(row.Goal.ToString()),
                row.NotMeasured is { } why ? new Text(row.Failed ? $"FAILED: {why}" : $"not measured: {why}") : row.Reached == true ? new Text("yes", Color.Green) : new Text("no", Color.Red));
        }

        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
            console.Profile.Width = 160;
        }

        console.Write(table);
        Console.Out.WriteLine($"{machine.Cpus} CPUs, {machine.System}, {machine.Runtime}; medians of paired rounds, both sides placed alike. Times are of this machine and this run; only ratios travel.");
        if (machine.Warning is { } warning)
            Console.Out.WriteLine(warning);
    }

    public static void PrintJson(IReadOnlyList<Row> rows, Machine machine) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(new { machine, rows = rows.Select(Flat) }, ForMachines));

    private static object Flat(Row row) => new
    {
        row.Id, row.What, row.Placement, Peer = row.PeerName, OursNanoseconds = Time(row, row.Ours), PeerNanoseconds = Time(row, row.Peer),
        Figure = row.Ratio, row.LowRatio, row.HighRatio, row.Goal.Unit, Goal = row.Goal.ToString(), row.Reached, row.NotMeasured, row.Failed,
    };

    private static double? Time(Row row, double? value) => row.Goal.Unit == "×" ? value : null;

    private static string Ratio(Row row) => row switch
    {
        { Ratio: null } => "–",
        { Goal.Unit: not "×" } => "–",
        { LowRatio: { } low, HighRatio: { } high } => string.Create(CultureInfo.InvariantCulture, $"{row.Ratio:0.00} ({low:0.00}–{high:0.00})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{row.Ratio:0.00}"),
    };

    private static string Figure(double? value, Goal goal) => value switch
    {
        null => "–",
        { } bytes when goal.Unit != "×" => string.Create(CultureInfo.InvariantCulture, $"{bytes:0.##}{goal.Unit}"),
        < 1000 and { } nanoseconds => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.0} ns"),
        { } nanoseconds => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1000:0.00} µs"),
    };
}
