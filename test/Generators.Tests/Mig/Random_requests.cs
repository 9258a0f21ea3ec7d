using System.Buffers.Binary;

namespace Mach.Generators.Tests;

/// <summary>Requests of every shape, true, bent and random, to the generated servers.</summary>
public class Random_requests
{
    /// <summary>Requests in all, to the servers in turn.</summary>
    private const int Rounds = 100_000;
    private const int Seed = 20240607;

    [Fact]
    [Rule("R-KOBJ-4", "R-KOBJ-5")]
    public void Get_the_answer_that_the_fact_tables_tell_and_throw_nothing()
    {
        var random = new Random(Seed);
        var answers = new Dictionary<kern_return_t, int>();
        var subsystems = Declared.All.ToList();
        foreach (var declared in subsystems)
            Ask(declared, Soak.Times(Rounds / subsystems.Count), random, answers);
        // Each kind of answer was seen often enough to mean something.
        Assert.All(new[] { KERN_SUCCESS, MIG_BAD_ID, MIG_BAD_ARGUMENTS, MIG_TYPE_ERROR }, code => Assert.True(answers.GetValueOrDefault(code) > Rounds / 200, $"{code}: {answers.GetValueOrDefault(code)}"));
    }

    private static void Ask(Declared declared, int rounds, Random random, Dictionary<kern_return_t, int> answers)
    {
        var program = Program.Of(declared.Name);
        using var gate = program.Gate.EnterScope();
        var server = program.Server();
        var oracle = new RequestOracle(declared);
        var models = Models(program, declared);
        for (var round = 0; round < rounds; round++)
        {
            var (bytes, descriptors) = Bend(random, models, declared);
            var before = descriptors.ToArray();
            if (oracle.Expect(bytes, descriptors) is not { } expected)
                continue;
            var reply = new MigReply<uint> { Bytes = new byte[server.LargestReply], Descriptors = new MigDescriptor<uint>[server.MostReplyDescriptors] };
            var request = new MigRequest<uint> { Bytes = bytes, Trailer = OneServerKernel.Trailer, Descriptors = descriptors, Destination = 0x103 };
            program.Clear();
            var code = server.Dispatch("caller", ref request, ref reply);

            Assert.True(expected == code, $"{declared.Name}, round {round}: {code} where {expected} was due, for {Convert.ToHexString(bytes)}");
            answers[code] = answers.GetValueOrDefault(code) + 1;
            var served = code is KERN_SUCCESS or MIG_NO_REPLY;
            Assert.Equal(served, program.Served.Count == 1);
            if (served)
                Assert.All(descriptors.Take(Carried(bytes)), d => Assert.Equal(default, d));
            else
                IsErrorReply(bytes, ref reply, code, before, descriptors);
        }
    }

    private static int Carried(ReadOnlySpan<byte> request) =>
        (request[3] & 0x80) == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(request[24..]);

    private static void IsErrorReply(byte[] request, ref MigReply<uint> reply, kern_return_t code, MigDescriptor<uint>[] before, MigDescriptor<uint>[] after)
    {
        Assert.Equal(36, reply.Length);
        Assert.Equal(0, reply.DescriptorCount);
        Assert.Equal(0u, BinaryPrimitives.ReadUInt32LittleEndian(reply.Bytes));
        Assert.Equal(36, BinaryPrimitives.ReadInt32LittleEndian(reply.Bytes[4..]));
        Assert.Equal((int)code, BinaryPrimitives.ReadInt32LittleEndian(reply.Bytes[32..]));
        if (request.Length >= 24)
            Assert.Equal(unchecked(BinaryPrimitives.ReadInt32LittleEndian(request.AsSpan(20)) + 100), BinaryPrimitives.ReadInt32LittleEndian(reply.Bytes[20..]));
        Assert.Equal(before, after);
    }

    /// <summary>A true request of every routine, with what its descriptors carry.</summary>
    private static List<(byte[] Bytes, MigDescriptor<uint>[] Descriptors)> Models(Program program, Declared declared)
    {
        var server = new Copying(program.Server());
        var kernel = new OneServerKernel(server);
        foreach (var routine in declared.Routines)
            program.Run(routine.Name, kernel.Thread());
        return server.Requests;
    }

    private static (byte[] Bytes, MigDescriptor<uint>[] Descriptors) Bend(Random random, List<(byte[] Bytes, MigDescriptor<uint>[] Descriptors)> models, Declared declared)
    {
        var (bytes, descriptors) = models[random.Next(models.Count)];
        bytes = [.. bytes];
        descriptors = [.. descriptors];
        for (var bends = random.Next(4); bends > 0; bends--)
        {
            switch (random.Next(9))
            {
                case 0:
                    Array.Resize(ref bytes, Math.Max(0, bytes.Length + (random.Next(-4, 5) * 4)));
                    break;
                case 1 when bytes.Length >= 4:
                    bytes[3] ^= 0x80;
                    break;
                case 2 when bytes.Length >= 28:
                    BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), random.Next(-1, 4));
                    break;
                case 3 when bytes.Length >= 24:
                    BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), random.Next(declared.First - 10, declared.End + 110));
                    break;
                case 4 when bytes.Length > 24:
                    BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24 + (random.Next((bytes.Length - 21) / 4) * 4) is var at && at + 4 <= bytes.Length ? at : 20), random.Next(-2, 20));
                    break;
                case 5 when descriptors.Length != 0:
                    descriptors[random.Next(descriptors.Length)].Type = (byte)random.Next(5);
                    break;
                case 6 when descriptors.Length != 0:
                    descriptors[random.Next(descriptors.Length)].Disposition = (byte)random.Next(15, 23);
                    break;
                case 7 when descriptors.Length != 0:
                    descriptors[random.Next(descriptors.Length)].Memory = new byte[random.Next(10, 28)];
                    break;
                case 8 when random.Next(4) == 0:
                    bytes = new byte[random.Next(160)];
                    random.NextBytes(bytes);
                    break;
                default:
                    Array.Resize(ref descriptors, random.Next(4));
                    break;
            }
        }
        return (bytes, descriptors);
    }

    /// <summary>Keeps a copy of each request before it is served.</summary>
    private sealed class Copying(MigServer<object, uint> server) : MigServer<object, uint>
    {
        public List<(byte[] Bytes, MigDescriptor<uint>[] Descriptors)> Requests { get; } = [];

        public override string Name => server.Name;

        public override int First => server.First;

        public override int End => server.End;

        public override int LargestReply => server.LargestReply;

        public override int MostReplyDescriptors => server.MostReplyDescriptors;

        public override kern_return_t Dispatch(object caller, ref MigRequest<uint> request, ref MigReply<uint> reply)
        {
            Requests.Add((request.Bytes.ToArray(), request.Descriptors.ToArray()));
            return server.Dispatch(caller, ref request, ref reply);
        }
    }
}
