using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Mach.Bootstrapping.Tests;

public sealed class The_protocol
{
    [Theory]
    [InlineData("check_in2")]
    [InlineData("register2")]
    [InlineData("look_up2")]
    public void Has_the_ids_and_arguments_of_launchds_last_open_one(string routine)
    {
        MigRoutine ours = JobRoutines.All.Single(found => found.Name == routine);
        JsonElement facts = Facts().GetProperty("routines").EnumerateArray().Single(found => found.GetProperty("name").GetString() == routine);
        Assert.Equal(facts.GetProperty("id").GetInt32(), ours.Id);
        Assert.Equal(facts.GetProperty("user").GetString(), ours.Symbol);
        JsonElement[] arguments = [.. facts.GetProperty("args").EnumerateArray().Where(argument => argument.GetProperty("d").GetString() != "useraudittoken")];
        Assert.Equal(arguments.Select(argument => argument.GetProperty("n").GetString()), ours.Arguments.Select(argument => argument.Name));

        // What travels: a name of 128 bytes, descriptors for rights, and values of their size.
        int descriptors = arguments.Count(argument => IsPort(argument, "in"));
        int size = (descriptors == 0 ? 24 : 28 + (12 * descriptors)) + 8 + arguments.Where(argument => argument.GetProperty("d").GetString() == "in").Sum(Bytes);
        Assert.Equal((size, descriptors), (ours.Request.Size, ours.Request.Descriptors));
        Assert.Equal(arguments.Count(argument => IsPort(argument, "out")), ours.Reply!.Descriptors);
    }

    [Fact]
    public void Has_launchds_name_and_base()
    {
        Assert.Equal(Facts().GetProperty("subsystem").GetString(), new JobRequests(null!).Name);
        Assert.Equal(JobRoutines.First, Facts().GetProperty("base").GetInt32());
    }

    private static bool IsPort(JsonElement argument, string direction) =>
        argument.GetProperty("d").GetString() == direction && argument.GetProperty("p").GetString() == "port";

    private static int Bytes(JsonElement argument) => argument.GetProperty("p").GetString() switch
    {
        "cstring" => argument.GetProperty("max").GetInt32(),
        "inline" => argument.GetProperty("bytes").GetInt32(),
        _ => 0,
    };

    private static JsonElement Facts([CallerFilePath] string here = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "reference", "mig.json")));
        return document.RootElement.GetProperty("launchd_job").Clone();
    }
}
