namespace Mach.Abi.Tests;

public class Names_and_texts_of_codes
{
    private static readonly string[] Bits =
        [nameof(MACH_MSG_MASK), nameof(MACH_MSG_IPC_SPACE), nameof(MACH_MSG_VM_SPACE), nameof(MACH_MSG_IPC_KERNEL), nameof(MACH_MSG_VM_KERNEL)];

    [Fact]
    public void Every_listed_code_has_its_own_name_and_text()
    {
        var texts = new Dictionary<string, kern_return_t>(StringComparer.Ordinal);
        foreach (var name in Enum.GetNames<kern_return_t>().Except(Bits, StringComparer.Ordinal))
        {
            var code = Enum.Parse<kern_return_t>(name);
            Assert.Equal(code == KERN_SUCCESS ? nameof(KERN_SUCCESS) : name, code.Name());
            Assert.Matches("^[A-Z].*[^.]$", code.Text());
            Assert.DoesNotContain("not listed", code.Text(), StringComparison.Ordinal);
            texts.TryAdd(code.Text(), code);
        }

        Assert.InRange(texts.Count, 110, 200);
    }

    [Theory]
    [InlineData(15, "KERN_INVALID_NAME", "KERN_INVALID_NAME (0xf): The name denotes no right in this task")]
    [InlineData(0, "KERN_SUCCESS", "KERN_SUCCESS (0x0): The call did what it says")]
    [InlineData(-303, "MIG_BAD_ID", "MIG_BAD_ID (0xfffffed1): The server has no routine of that number")]
    [InlineData(0x10004003, "MACH_RCV_TIMED_OUT", "MACH_RCV_TIMED_OUT (0x10004003): No message came in the time given")]
    [InlineData(1102, "BOOTSTRAP_UNKNOWN_SERVICE", "BOOTSTRAP_UNKNOWN_SERVICE (0x44e): No service has that name")]
    public void A_code_describes_itself(int code, string name, string text)
    {
        Assert.Equal(name, ((kern_return_t)code).Name());
        Assert.Equal(text, ((kern_return_t)code).Describe());
    }

    [Fact]
    [Rule("R-CODE-4")]
    public void Resource_bits_are_told_apart_from_the_code()
    {
        var code = MACH_RCV_HEADER_ERROR | MACH_MSG_IPC_SPACE | MACH_MSG_VM_KERNEL;
        Assert.Equal(MACH_RCV_HEADER_ERROR, code.Base);
        Assert.Equal(MACH_MSG_IPC_SPACE | MACH_MSG_VM_KERNEL, code.ResourceBits);
        Assert.Equal("MACH_RCV_HEADER_ERROR | MACH_MSG_IPC_SPACE | MACH_MSG_VM_KERNEL", code.Name());
        Assert.Equal(
            "A right of the header could not be placed; the message is lost; no room in the task's name table, the kernel was short of memory",
            code.Text());
        Assert.Equal("MACH_SEND_TIMED_OUT | MACH_MSG_VM_SPACE", (MACH_SEND_TIMED_OUT | MACH_MSG_VM_SPACE).Name());
    }

    [Fact]
    [Rule("R-CODE-4")]
    public void A_bare_resource_bit_is_a_code_too()
    {
        Assert.Equal("MACH_MSG_VM_KERNEL", MACH_MSG_VM_KERNEL.Name());
        Assert.Equal("The kernel was short of memory", MACH_MSG_VM_KERNEL.Text());
        Assert.Equal(MACH_MSG_VM_KERNEL, MACH_MSG_VM_KERNEL.ResourceBits);
        Assert.Equal(KERN_SUCCESS, MACH_MSG_VM_KERNEL.Base);
    }

    [Fact]
    public void Every_code_of_message_passing_keeps_its_name_under_every_set_of_bits()
    {
        foreach (var code in Enum.GetValues<kern_return_t>().Where(code => (uint)code is >= 0x10000000 and < 0x20000000))
        {
            for (var bits = 0; bits < 32; bits++)
            {
                var mixed = code | (kern_return_t)(bits << 9);
                Assert.StartsWith(code.Name(), mixed.Name(), StringComparison.Ordinal);
                Assert.Equal(code, mixed.Base);
                Assert.Equal((kern_return_t)(bits << 9), mixed.ResourceBits);
                Assert.Equal(bits == 0, !mixed.Name().Contains('|', StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData(0x4d2, "0x4d2", "A code that is not listed, of the kernel")]
    [InlineData(-310, "0xfffffeca", "A code that is not listed, of MIG")]
    [InlineData(0x10000099, "0x10000099", "A code that is not listed, of Mach IPC")]
    [InlineData(0x10002099, "0x10002099", "A code that is not listed, of Mach IPC")]
    [InlineData(0xc002, "0xc002", "Unix error 2")]
    [InlineData(unchecked((int)0xe00002c2), "0xe00002c2", "A code that is not listed, of system 0x38")]
    public void A_code_that_is_not_listed_keeps_its_number(int code, string name, string text)
    {
        Assert.Equal(name, ((kern_return_t)code).Name());
        Assert.Equal(text, ((kern_return_t)code).Text());
        Assert.Equal($"{name}: {text}", ((kern_return_t)code).Describe());
        Assert.Equal(code, (int)(kern_return_t)code);
    }

    [Fact]
    public void Any_number_at_all_has_a_name_and_a_text()
    {
        var random = Hostile_bytes.Seeded(out _);
        for (var i = 0; i < Soak.Times(20_000); i++)
        {
            var code = (kern_return_t)random.Next(int.MinValue, int.MaxValue);
            Assert.NotEmpty(code.Name());
            Assert.NotEmpty(code.Text());
        }
    }

    [Fact]
    public void Unix_errors_become_codes_as_the_header_says() => Assert.Equal(0xc000 | 13, (int)unix_err(13));
}
