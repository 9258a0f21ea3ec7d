namespace Mach.Generators;

internal enum FieldRole
{
    Header,
    Body,
    Descriptor,
    Ndr,
    ReturnCode,
    Value,
    Count,
    StringOffset,
    StringCount,
    Data,
    Padding,
}

/// <summary>A field of a message, at its place when every variable part before it is full.</summary>
internal sealed record LayoutField(FieldRole Role, string Name, string C, int Offset, int Size, MigArgument? Argument);

/// <summary>Where everything of one message lies: header, descriptors, NDR record, values; packed to four bytes.</summary>
internal sealed class MessageLayout
{
    private readonly List<LayoutField> _fields = [];

    private MessageLayout()
    {
    }

    public IReadOnlyList<LayoutField> Fields => _fields;

    /// <summary>The size with every variable part full.</summary>
    public int Size { get; private set; }

    /// <summary>The size with every variable part empty.</summary>
    public int Minimum => Size - Variable.Sum(f => Wire.Round(f.Size));

    /// <summary>The parts whose length varies, in order.</summary>
    public IEnumerable<LayoutField> Variable => _fields.Where(f => f is { Role: FieldRole.Data, Argument.IsVariable: true });

    public IEnumerable<LayoutField> Descriptors => _fields.Where(f => f.Role == FieldRole.Descriptor);

    public int DescriptorCount => Descriptors.Sum(f => f.Argument!.Descriptors);

    /// <summary>The descriptors with the place of each among all of them.</summary>
    public IEnumerable<(MigArgument Argument, int Index)> Numbered()
    {
        var index = 0;
        foreach (var argument in Descriptors.Select(f => f.Argument!))
        {
            yield return (argument, index);
            index += argument.Descriptors;
        }
    }

    public bool IsComplex => DescriptorCount != 0;

    /// <summary>Where the NDR record is; -1 when there is none.</summary>
    public int Ndr => _fields.FirstOrDefault(f => f.Role == FieldRole.Ndr)?.Offset ?? -1;

    public LayoutField Field(MigArgument argument, FieldRole role) => _fields.First(f => f.Role == role && Equals(f.Argument, argument));

    public static MessageLayout OfRequest(MigRoutineModel routine)
    {
        var layout = new MessageLayout();
        layout.Head(routine.Arguments.Where(a => a.IsIn && a.IsDescriptor));
        if (routine.Arguments.Any(a => (a.IsIn && HasInline(a)) || a.CountInOut))
            layout.Add(FieldRole.Ndr, "NDR", "NDR_record_t", Wire.Ndr);
        foreach (var argument in routine.Arguments)
        {
            if (argument.IsIn)
                layout.Inline(argument);
            else if (argument.CountInOut)
                layout.Add(FieldRole.Count, argument.Count, "mach_msg_type_number_t", 4, argument);
        }
        return layout;
    }

    public static MessageLayout OfReply(MigRoutineModel routine)
    {
        var layout = new MessageLayout();
        layout.Head(routine.Arguments.Where(a => a.IsOut && a.IsDescriptor));
        if (!layout.IsComplex || routine.Arguments.Any(a => a.IsOut && HasInline(a)))
            layout.Add(FieldRole.Ndr, "NDR", "NDR_record_t", Wire.Ndr);
        if (!layout.IsComplex)
            layout.Add(FieldRole.ReturnCode, "RetCode", "kern_return_t", 4);
        foreach (var argument in routine.Arguments.Where(a => a.IsOut))
            layout.Inline(argument);
        return layout;
    }

    private static bool HasInline(MigArgument argument) =>
        argument.Passing is Passing.Inline or Passing.Counted or Passing.CString || (argument.IsDescriptor && argument.IsCounted);

    private void Head(IEnumerable<MigArgument> descriptors)
    {
        Add(FieldRole.Header, "Head", "mach_msg_header_t", Wire.Header);
        var any = false;
        foreach (var argument in descriptors)
        {
            if (!any)
                Add(FieldRole.Body, "msgh_body", "mach_msg_body_t", Wire.Body);
            any = true;
            var (type, size) = argument.Passing switch
            {
                Passing.Port => ("mach_msg_port_descriptor_t", Wire.PortDescriptor),
                Passing.PortArray => ($"mach_msg_port_descriptor_t[{argument.Elements}]", Wire.PortDescriptor * argument.Elements),
                Passing.OutOfLine => ("mach_msg_ool_descriptor_t", Wire.RegionDescriptor),
                _ => ("mach_msg_ool_ports_descriptor_t", Wire.RegionDescriptor),
            };
            Add(FieldRole.Descriptor, argument.Name, type, size, argument);
        }
    }

    private void Inline(MigArgument argument)
    {
        switch (argument.Passing)
        {
            case Passing.Inline:
                Add(FieldRole.Value, argument.Name, argument.C, argument.Value.Size, argument);
                Pad(argument);
                break;
            case Passing.Counted:
                if (argument.IsCounted)
                    Add(FieldRole.Count, argument.Count, "mach_msg_type_number_t", 4, argument);
                Add(FieldRole.Data, argument.Name, $"{argument.Value.C}[{argument.Maximum}]", argument.MaximumBytes, argument);
                break;
            case Passing.CString:
                if (!argument.Fixed)
                {
                    Add(FieldRole.StringOffset, argument.Name + "Offset", "mach_msg_type_number_t", 4, argument);
                    Add(FieldRole.StringCount, argument.Count, "mach_msg_type_number_t", 4, argument);
                }
                var whole = argument.Fixed && !argument.C.EndsWith("*", StringComparison.Ordinal);
                Add(FieldRole.Data, argument.Name, whole ? argument.C : $"char[{argument.Maximum}]", argument.Maximum, argument);
                break;
            default:
                if (argument.IsDescriptor && argument.IsCounted)
                    Add(FieldRole.Count, argument.Count, "mach_msg_type_number_t", 4, argument);
                break;
        }
    }

    /// <summary>C's structure names the bytes that fill up a value.</summary>
    private void Pad(MigArgument argument)
    {
        var (size, padded) = (argument.Value.Size, argument.Value.Padded);
        if (padded != size)
            _fields.Add(new(FieldRole.Padding, argument.Name + "Pad", $"char[{padded - size}]", Size - padded + size, padded - size, argument));
    }

    /// <summary>A field's own size is as declared; the next one starts on a multiple of four.</summary>
    private void Add(FieldRole role, string name, string c, int size, MigArgument? argument = null)
    {
        _fields.Add(new(role, name, c, Size, size, argument));
        Size += Wire.Round(size);
    }
}
