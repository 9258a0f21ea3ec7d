using System.Globalization;
using System.Text;

namespace Mach.Abi.Tests;

public class A_raw_port
{
    public static TheoryData<uint, string> Names => new()
    {
        { 0, "0x0" },
        { 0x103, "0x103" },
        { 0xabcd07, "0xabcd07" },
        { 0x80000003, "0x80000003" },
        { uint.MaxValue, "0xffffffff" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_written_and_read_as_hex(uint name, string text)
    {
        var port = new RawMachPort(name);
        Assert.Equal(text, port.ToString());
        Assert.Equal(text, $"{port}");
        Assert.Equal(text, port.ToString("G", CultureInfo.InvariantCulture));
        Assert.Equal(port, RawMachPort.Parse(text));
        Assert.Equal(port, RawMachPort.Parse(text.AsSpan(2)));
        Assert.Equal(port, RawMachPort.Parse(text.ToUpperInvariant()));
        Assert.Equal(name.ToString("x8", CultureInfo.InvariantCulture), $"{port:x8}");
        Assert.Equal(name.ToString(CultureInfo.InvariantCulture), $"{port:D}");
    }

    [Fact]
    [Rule("R-NAME-1")]
    public void Is_valid_unless_null_or_dead()
    {
        Assert.Equal((0u, true, false, false), Shape(RawMachPort.Null));
        Assert.Equal((uint.MaxValue, false, true, false), Shape(RawMachPort.Dead));
        Assert.Equal((0x103u, false, false, true), Shape(new RawMachPort(0x103)));
        Assert.Equal(default, RawMachPort.Null);

        static (uint, bool, bool, bool) Shape(RawMachPort port) => (port.Name, port.IsNull, port.IsDead, port.IsValid);
    }

    [Fact]
    [Rule("R-NAME-1")]
    public void Any_name_survives_its_parts_and_its_text()
    {
        var random = Hostile_bytes.Seeded(out _);
        Span<char> chars = stackalloc char[10];
        Span<byte> bytes = stackalloc byte[10];
        for (var i = 0; i < Soak.Times(50_000); i++)
        {
            var port = new RawMachPort((uint)random.NextInt64(1L << random.Next(1, 33)));
            Assert.Equal(port, RawMachPort.FromParts(port.Index, port.Generation));
            Assert.Equal(port.Index, MACH_PORT_INDEX(port.Name));
            Assert.Equal((uint)port.Generation << 24, MACH_PORT_GEN(port.Name));
            Assert.Equal(port.IsValid, MACH_PORT_VALID(port.Name));
            var text = port.ToString();
            Assert.Equal(port, RawMachPort.Parse(text));
            Assert.True(port.TryFormat(chars, out var count, default, null));
            Assert.Equal(text, chars[..count].ToString());
            Assert.True(port.TryFormat(bytes, out count, default, null));
            Assert.Equal(text, Encoding.UTF8.GetString(bytes[..count]));
            var small = random.Next(text.Length);
            Assert.False(port.TryFormat(chars[..small], out count, default, null));
            Assert.Equal(0, count);
            Assert.False(port.TryFormat(bytes[..small], out count, default, null));
            Assert.Equal(0, count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("0x0x1")]
    [InlineData("x103")]
    [InlineData(" 103")]
    [InlineData("103 ")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("10g")]
    [InlineData("0x100000000")]
    [InlineData("1,000")]
    [InlineData(null)]
    public void Is_not_read_from_anything_else(string? text)
    {
        Assert.False(RawMachPort.TryParse(text, null, out var port));
        Assert.Equal(RawMachPort.Null, port);
        Assert.False(RawMachPort.TryParse(text, out _));
        Assert.Throws<FormatException>(() => RawMachPort.Parse(text));
        if (text is null)
            Assert.Throws<ArgumentNullException>(() => RawMachPort.Parse(text!, null));
    }

    [Fact]
    public void Refuses_a_slot_of_more_than_24_bits() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RawMachPort.FromParts(0x1000000, 3));

    [Fact]
    public void A_loan_ends_once_and_only_once()
    {
        var lender = new Lender();
        var loan = new RawMachPortBorrow(new RawMachPort(0x103), lender);
        Assert.Equal(0x103u, loan.Port.Name);
        Assert.Equal(0, lender.Ended);
        loan.Dispose();
        loan.Dispose();
        Assert.Equal(1, lender.Ended);
        new RawMachPortBorrow(new RawMachPort(0x103), null).Dispose();
    }

    [Fact]
    public void The_library_of_raw_ports_depends_on_nothing() =>
        Assert.All(typeof(RawMachPort).Assembly.GetReferencedAssemblies(), each => Assert.StartsWith("System.", each.Name, StringComparison.Ordinal));

    [Fact]
    public void A_foreign_library_needs_raw_ports_alone()
    {
        var references = typeof(ForeignIOKit.Program).Assembly.GetReferencedAssemblies().Select(each => each.Name!);
        Assert.Equal(["Mach.RawPort"], references.Where(name => name.StartsWith("Mach", StringComparison.Ordinal)));

        var console = Console.Out;
        using var written = new StringWriter { NewLine = "\n" };
        Console.SetOut(written);
        try
        {
            Assert.Equal(0, ForeignIOKit.Program.Main());
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal(
            """
            framework: events of 0x1203 go to 0x1307
            on loan: InvalidOperationException
            moved: ObjectDisposedException
            framework: 0x1307 released
            framework: 0x1203 released

            """.ReplaceLineEndings("\n"),
            written.ToString());
    }

    private sealed class Lender : IRawMachPortLender
    {
        internal int Ended { get; private set; }

        public void EndBorrow(RawMachPort port) => Ended++;
    }
}
