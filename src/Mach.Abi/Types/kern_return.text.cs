using System.Globalization;

namespace Mach.Abi;

/// <summary>Names and sentences for codes, our own words. Codes nobody listed keep their number.</summary>
public static class KernReturnText
{
    extension(kern_return_t code)
    {
        /// <summary>True for <c>KERN_SUCCESS</c> and its equals.</summary>
        public bool IsSuccess => code == KERN_SUCCESS;

        /// <summary>The code without the bits that tell which resource ran out.</summary>
        /// <remarks>Only Mach IPC codes have such bits: <c>MACH_RCV_BODY_ERROR | MACH_MSG_VM_SPACE</c>, <c>MACH_SEND_TIMED_OUT | MACH_MSG_IPC_SPACE</c>.</remarks>
        public kern_return_t Base => code.ResourceBits == KERN_SUCCESS ? code : code & ~MACH_MSG_MASK;

        /// <summary>The bits that tell which resource ran out: <c>MACH_MSG_IPC_SPACE</c>, …; 0 when the code has none.</summary>
        public kern_return_t ResourceBits => CarriesBits(code) ? code & MACH_MSG_MASK : KERN_SUCCESS;

        /// <summary>The C name, <c>KERN_INVALID_NAME</c>; the names joined by <c> | </c> for a code with resource bits; else hexadecimal.</summary>
        public string Name()
        {
            if (KernReturnTable.Name(code) is { } name)
                return name;
            kern_return_t bits = code.ResourceBits, rest = code.Base;
            if (bits == KERN_SUCCESS)
                return Hex(code);
            if (rest == KERN_SUCCESS)
                return BitNames(bits);
            return KernReturnTable.Name(rest) is { } known ? $"{known} | {BitNames(bits)}" : Hex(code);
        }

        /// <summary>One sentence, without a stop.</summary>
        public string Text()
        {
            if (KernReturnTable.Text(code) is { } text)
                return text;
            kern_return_t bits = code.ResourceBits, rest = code.Base;
            if (bits != KERN_SUCCESS && rest == KERN_SUCCESS)
                return Capital(BitTexts(bits));
            if (bits != KERN_SUCCESS && KernReturnTable.Text(rest) is { } known)
                return $"{known}; {BitTexts(bits)}";
            if (err_get_system(code) == 0 && err_get_sub(code) == 3)
                return string.Create(CultureInfo.InvariantCulture, $"Unix error {err_get_code(code)}");
            return $"A code that is not listed, of {Origin(code)}";
        }

        /// <summary>Name, number and sentence: <c>KERN_INVALID_NAME (0xf): The name denotes no right in this task</c>.</summary>
        public string Describe()
        {
            string name = code.Name(), hex = Hex(code);
            return string.Equals(name, hex, StringComparison.Ordinal) ? $"{hex}: {code.Text()}" : $"{name} ({hex}): {code.Text()}";
        }
    }

    // A bare bit is what a send answers when the kernel runs out of memory for a body (MACH_MSG_VM_KERNEL alone).
    private static bool CarriesBits(kern_return_t code) =>
        KernReturnTable.Name(code) is null
        && (code & MACH_MSG_MASK) != KERN_SUCCESS
        && ((code & ~MACH_MSG_MASK) == KERN_SUCCESS || err_get_system(code) == err_get_system((kern_return_t)err_mach_ipc));

    private static string BitNames(kern_return_t bits) => Join(bits, " | ", static bit => bit switch
    {
        MACH_MSG_IPC_SPACE => nameof(MACH_MSG_IPC_SPACE),
        MACH_MSG_VM_SPACE => nameof(MACH_MSG_VM_SPACE),
        MACH_MSG_IPC_KERNEL => nameof(MACH_MSG_IPC_KERNEL),
        MACH_MSG_VM_KERNEL => nameof(MACH_MSG_VM_KERNEL),
        _ => Hex(bit),
    });

    private static string BitTexts(kern_return_t bits) => Join(bits, ", ", static bit => bit switch
    {
        MACH_MSG_IPC_SPACE => "no room in the task's name table",
        MACH_MSG_VM_SPACE => "no room in the task's address space",
        MACH_MSG_IPC_KERNEL => "the kernel was short of IPC resources",
        MACH_MSG_VM_KERNEL => "the kernel was short of memory",
        _ => "a bit of unknown meaning",
    });

    private static string Join(kern_return_t bits, string separator, Func<kern_return_t, string> word)
    {
        var words = new List<string>(5);
        for (var bit = (int)MACH_MSG_IPC_SPACE; bit != 0; bit >>= 1)
        {
            if (((int)bits & bit) != 0)
                words.Add(word((kern_return_t)bit));
        }

        return string.Join(separator, words);
    }

    private static string Origin(kern_return_t code) => err_get_system(code) switch
    {
        0x00 => "the kernel",
        0x01 => "the user library",
        0x02 => "a server",
        0x03 => "the old IPC system",
        0x04 => "Mach IPC",
        0x07 => "distributed IPC",
        0x08 => "virtual memory",
        0x3e => "the program itself",
        0x3f when (int)code is > -400 and < -299 => "MIG",
        _ => string.Create(CultureInfo.InvariantCulture, $"system 0x{err_get_system(code):x}"),
    };

    private static string Hex(kern_return_t code) => string.Create(CultureInfo.InvariantCulture, $"0x{(uint)code:x}");

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
