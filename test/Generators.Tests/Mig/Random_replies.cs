using System.Buffers.Binary;

namespace Mach.Generators.Tests;

/// <summary>Replies of every shape, true, bent and random, to the generated clients of every routine.</summary>
public class Random_replies
{
    /// <summary>Replies in all, to the routines in turn.</summary>
    private const int Rounds = 100_000;
    private const int Seed = 20250611;

    /// <summary>Regions and arrays of rights of a bent reply lie here: names, and more bytes than any reply has of them.</summary>
    private static readonly ulong _memory = Pattern.Address<uint>("names", Most);

    private const int Most = 64;

    [Fact]
    [Rule("R-KOBJ-2", "R-KOBJ-3")]
    public void Give_the_code_that_the_fact_tables_tell_and_leak_nothing()
    {
        var random = new Random(Seed);
        var answers = new Dictionary<kern_return_t, int>();
        var routines = Declared.All.SelectMany(d => d.Routines.Where(r => r.Reply is not null && Facts.Routines(d.Name)[r.Id].TryGetProperty("rep", out _)).Select(r => (d, r))).ToList();
        foreach (var group in routines.GroupBy(each => each.d))
        {
            var program = Program.Of(group.Key.Name);
            using var gate = program.Gate.EnterScope();
            foreach (var (declared, routine) in group)
                Answer(declared, routine, program, Soak.Times(Rounds / routines.Count) + 1, random, answers);
        }
        Assert.All(
            new[] { KERN_SUCCESS, MIG_TYPE_ERROR, MIG_REPLY_MISMATCH, MIG_SERVER_DIED, KERN_INVALID_NAME },
            code => Assert.True(answers.GetValueOrDefault(code) > Rounds / 500, $"{code}: {answers.GetValueOrDefault(code)}"));
    }

    private static void Answer(Declared declared, MigRoutine routine, Program program, int rounds, Random random, Dictionary<kern_return_t, int> answers)
    {
        var fact = Facts.Routines(declared.Name)[routine.Id];
        var model = declared.IsGone(routine.Name) ? ReplyScript.Simple(routine.Id + 100, MIG_BAD_ID) : Model(routine, program);
        var room = Math.Max(routine.Reply!.Size, 36);
        for (var round = 0; round < rounds; round++)
        {
            var (reply, descriptors) = Bend(random, model, routine.Id + 100);
            if (reply.Length > room)
                continue; // The kernel would not deliver it.
            var script = new ReplyScript { Reply = reply };
            program.Clear();
            var code = program.Ask(routine.Name, script.Thread);
            var expected = ReplyOracle.Expect(fact, reply, descriptors);
            Assert.True(expected == code, $"{routine.Name}, round {round}: {code} where {expected} was due, for {Convert.ToHexString(reply)}");
            answers[code] = answers.GetValueOrDefault(code) + 1;
            Assert.Equal(Released(code, fact, reply, descriptors), script.Released);
        }
    }

    /// <summary>A refused reply is released whole; of a good one the caller has everything that it has room for.</summary>
    private static IEnumerable<string> Released(kern_return_t code, System.Text.Json.JsonElement fact, byte[] reply, List<byte[]> descriptors)
    {
        if (code is KERN_SUCCESS or MIG_ARRAY_TOO_LARGE)
            return ReplyOracle.Surplus(fact, reply, descriptors);
        var remote = Carriage.Right(BinaryPrimitives.ReadUInt32LittleEndian(reply.AsSpan(8)), reply[0] & 0x1f);
        return remote.Concat(descriptors.SelectMany(Carriage.Releases));
    }

    private static byte[] Model(MigRoutine routine, Program program)
    {
        var kernel = new OneServerKernel(program.Server());
        program.Run(routine.Name, kernel.Thread());
        return kernel.Reply;
    }

    /// <summary>A message that a kernel could deliver: descriptors that are what they say, any other bytes.</summary>
    private static (byte[] Reply, List<byte[]> Descriptors) Bend(Random random, byte[] model, int id)
    {
        var descriptors = Carriage.Of(model);
        var body = model[(descriptors.Count == 0 ? 24 : 28 + descriptors.Sum(d => d.Length))..];
        var (remote, disposition) = (0u, 0);
        for (var bends = random.Next(4); bends > 0; bends--)
        {
            switch (random.Next(8))
            {
                case 0:
                    Array.Resize(ref body, Math.Max(0, body.Length + (random.Next(-4, 5) * 4)));
                    break;
                case 1 when body.Length != 0:
                    BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(random.Next(body.Length / 4) * 4), random.Next(-2, 20));
                    break;
                case 2:
                    id = random.Next(3) == 0 ? 71 : id + random.Next(-2, 3);
                    break;
                case 3:
                    (remote, disposition) = (0x1203, random.Next(17, 19));
                    break;
                case 4:
                    descriptors.Insert(random.Next(descriptors.Count + 1), Descriptor(random));
                    break;
                case 5 when descriptors.Count != 0:
                    descriptors[random.Next(descriptors.Count)] = Descriptor(random);
                    break;
                case 6 when descriptors.Count != 0:
                    descriptors.RemoveAt(random.Next(descriptors.Count));
                    break;
                default:
                    if (random.Next(4) == 0)
                        (descriptors, body) = ([], [0, 0, 0, 0, 1, 0, 0, 0, .. BitConverter.GetBytes((int)KERN_INVALID_NAME)]);
                    break;
            }
        }
        byte[] reply = [.. new byte[24], .. descriptors.Count == 0 ? [] : BitConverter.GetBytes(descriptors.Count), .. descriptors.SelectMany(d => d), .. body];
        BinaryPrimitives.WriteUInt32LittleEndian(reply, (descriptors.Count == 0 ? 0 : 0x80000000) | (18 << 8) | (uint)disposition);
        BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(4), reply.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(reply.AsSpan(8), remote);
        BinaryPrimitives.WriteUInt32LittleEndian(reply.AsSpan(12), ScriptedThread.Reply);
        BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(20), id);
        return (reply, descriptors);
    }

    private static byte[] Descriptor(Random random) => random.Next(4) switch
    {
        0 => ReplyScript.Port((uint)random.Next(4) == 0 ? 0 : 0x903u, (byte)random.Next(16, 19)),
        1 => ReplyScript.Region(1, _memory, (uint)random.Next(4) * 4, deallocate: (byte)random.Next(2)),
        2 => ReplyScript.Region(2, _memory, (uint)random.Next(4), (byte)random.Next(16, 19), (byte)random.Next(2)),
        _ => ReplyScript.Guarded(0x503, 99, (ushort)(random.Next(2) * 2)),
    };
}
