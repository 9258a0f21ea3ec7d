namespace Mach.Abi.Tests;

public class The_codec_and_the_fact_tables
{
    [Fact]
    [Rule("R-HDR-1")]
    public void Agree_on_the_header()
    {
        var writer = new MachMessageWriter(new byte[64]);
        writer.Header(0xa1a2a3a4, MACH_MSG_TYPE_COPY_SEND, 0xb1b2b3b4, MACH_MSG_TYPE_MAKE_SEND_ONCE, 0x71727374);
        writer.Voucher(0xc1c2c3c4, MACH_MSG_TYPE_MOVE_SEND);
        Assert.True(writer.TryComplex());
        var bytes = writer.Finish().ToArray();
        var header = new FactView("mach_msg_header_t", bytes);
        Assert.Equal(0x80111513u, header["msgh_bits"]);
        Assert.Equal((ulong)bytes.Length, header["msgh_size"]);
        Assert.Equal(0xa1a2a3a4u, header["msgh_remote_port"]);
        Assert.Equal(0xb1b2b3b4u, header["msgh_local_port"]);
        Assert.Equal(0xc1c2c3c4u, header["msgh_voucher_port"]);
        Assert.Equal(0x71727374u, header["msgh_id"]);
        Assert.Equal(MachMessageLayout.HeaderSize, FactView.SizeOf("mach_msg_header_t"));
        Assert.Equal(MachMessageLayout.DescriptorsOffset, FactView.SizeOf("mach_msg_base_t"));
        Assert.Equal(MachMessageLayout.ErrorReplySize, FactView.SizeOf("mig_reply_error_t"));

        Assert.True(MachMessageReader.TryParseSent(bytes, out var reader, out _));
        Assert.Equal(0x80111513u, reader.Bits);
        Assert.Equal(0xa1a2a3a4u, reader.RemotePort);
        Assert.Equal(0xb1b2b3b4u, reader.LocalPort);
        Assert.Equal(0xc1c2c3c4u, reader.VoucherPort);
        Assert.Equal(0x71727374, reader.Id);
        Assert.Equal((uint)MACH_MSG_TYPE_COPY_SEND, reader.RemoteDisposition);
        Assert.Equal((uint)MACH_MSG_TYPE_MAKE_SEND_ONCE, reader.LocalDisposition);
        Assert.Equal((uint)MACH_MSG_TYPE_MOVE_SEND, reader.VoucherDisposition);
        Assert.Equal(0x80111513u, reader.Header.msgh_bits);
    }

    [Theory]
    [InlineData("mach_msg_port_descriptor_t", MACH_MSG_PORT_DESCRIPTOR)]
    [InlineData("mach_msg_ool_descriptor_t", MACH_MSG_OOL_DESCRIPTOR)]
    [InlineData("mach_msg_ool_descriptor_t", MACH_MSG_OOL_VOLATILE_DESCRIPTOR)]
    [InlineData("mach_msg_ool_ports_descriptor_t", MACH_MSG_OOL_PORTS_DESCRIPTOR)]
    [InlineData("mach_msg_guarded_port_descriptor_t", MACH_MSG_GUARDED_PORT_DESCRIPTOR)]
    [InlineData("mach_msg_ool_descriptor64_t", MACH_MSG_OOL_DESCRIPTOR)]
    [InlineData("mach_msg_ool_ports_descriptor64_t", MACH_MSG_OOL_PORTS_DESCRIPTOR)]
    [InlineData("mach_msg_guarded_port_descriptor64_t", MACH_MSG_GUARDED_PORT_DESCRIPTOR)]
    [Rule("R-DSC-1", "R-DSC-2", "R-DSC-3", "R-DSC-4")]
    public void Agree_on_every_field_of_every_descriptor(string record, int type)
    {
        var size = FactView.SizeOf(record);
        Assert.Equal(size, MachMessageLayout.DescriptorSize((uint)type));

        // As C writes it, as we read it.
        var message = new byte[28 + size];
        message[3] = 0x80;
        message[24] = 1;
        var c = new FactView(record, message, 28);
        var value = 0x8182838485868788UL;
        var expected = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var field in FactView.FieldsOf(record))
        {
            c[field] = value;
            expected[field] = c[field];
            value += 0x0101010101010101;
        }

        c["type"] = (ulong)type;
        Assert.True(MachMessageReader.TryParseSent(message, out var reader, out var fault), fault.ToString());
        Assert.True(reader.Descriptors.TryGet(0, out var descriptor));
        Assert.Equal((uint)type, descriptor.Type);
        Assert.Equal(28, descriptor.Offset);
        Assert.Equal(size, descriptor.Size);
        Assert.Equal(expected.GetValueOrDefault("name"), descriptor.Name);
        Assert.Equal(expected.GetValueOrDefault("disposition"), descriptor.Disposition);
        Assert.Equal(expected.GetValueOrDefault("address"), descriptor.Address);
        Assert.Equal(expected.GetValueOrDefault("size"), descriptor.MemorySize);
        Assert.Equal(expected.GetValueOrDefault("count"), descriptor.Count);
        Assert.Equal(expected.GetValueOrDefault("copy"), descriptor.Copy);
        Assert.Equal(expected.GetValueOrDefault("deallocate") != 0, descriptor.Deallocate);
        Assert.Equal(expected.GetValueOrDefault("context"), descriptor.Context);
        Assert.Equal(expected.GetValueOrDefault("flags"), descriptor.GuardFlags);

        // Read and written again, it is the same bytes.
        var writer = new MachMessageWriter(new byte[message.Length]);
        Assert.True(writer.TryDescriptor(descriptor));
        Assert.Equal(message[28..], writer.Finish()[28..].ToArray());
    }

    [Theory]
    [InlineData("mach_msg_trailer_t", MACH_RCV_TRAILER_NULL)]
    [InlineData("mach_msg_seqno_trailer_t", MACH_RCV_TRAILER_SEQNO)]
    [InlineData("mach_msg_security_trailer_t", MACH_RCV_TRAILER_SENDER)]
    [InlineData("mach_msg_audit_trailer_t", MACH_RCV_TRAILER_AUDIT)]
    [InlineData("mach_msg_context_trailer_t", MACH_RCV_TRAILER_CTX)]
    [InlineData("mach_msg_mac_trailer_t", MACH_RCV_TRAILER_AV)]
    [InlineData("mach_msg_mac_trailer_t", 5)]
    [InlineData("mach_msg_mac_trailer_t", 6)]
    [InlineData("mach_msg_mac_trailer_t", MACH_RCV_TRAILER_LABELS)]
    [InlineData("mach_msg_mac_trailer_t", 15)]
    [Rule("R-TLR-7")]
    public void Agree_on_every_trailer(string record, int elements)
    {
        var size = FactView.SizeOf(record);
        Assert.Equal(size, MachMessageLayout.TrailerSize(elements));
        Assert.Equal((uint)size, REQUESTED_TRAILER_SIZE(MACH_RCV_TRAILER_ELEMENTS(elements)));
        var values = new mach_msg_mac_trailer_t
        {
            msgh_seqno = 77,
            msgh_sender = new security_token_t(501, 20),
            msgh_audit = new audit_token_t([1, 2, 3, 4, 5, 6, 7, 8]),
            msgh_context = 0x8877665544332211,
            msgh_ad = -5,
            msgh_labels = new msg_labels_t { sender = 9 },
        };
        var bytes = new byte[80];
        bytes.AsSpan().Fill(0xee);
        Assert.Equal(size, MachMessageTrailer.Write(bytes, elements, values));
        Assert.Equal(-1, bytes.AsSpan(size).IndexOfAnyExcept((byte)0xee));
        Assert.Equal(size / 2, MachMessageTrailer.Write(new byte[size / 2], elements, values));

        var fields = FactView.FieldsOf(record).ToHashSet(StringComparer.Ordinal);
        var c = new FactView(record, bytes);
        Assert.Equal(0u, c["msgh_trailer_type"]);
        Assert.Equal((ulong)size, c["msgh_trailer_size"]);
        Assert.True(MachMessageTrailer.TryParse(bytes, out var trailer));
        Assert.Equal(size, trailer.Size);
        Assert.Equal(fields.Contains("msgh_seqno") ? c["msgh_seqno"] : 0, trailer.SequenceNumber);
        Assert.Equal(fields.Contains("msgh_sender"), trailer.HasSecurityToken);
        Assert.Equal(fields.Contains("msgh_audit"), trailer.HasAuditToken);
        for (var i = 0; i < 2; i++)
            Assert.Equal(trailer.HasSecurityToken ? c.Word("msgh_sender", i) : 0, trailer.SecurityToken.val[i]);
        for (var i = 0; i < 8; i++)
            Assert.Equal(trailer.HasAuditToken ? c.Word("msgh_audit", i) : 0, trailer.AuditToken.val[i]);
        Assert.Equal(fields.Contains("msgh_context") ? c["msgh_context"] : 0, trailer.Context);
        Assert.Equal(fields.Contains("msgh_ad") ? unchecked((int)c["msgh_ad"]) : 0, trailer.FilterId);
        Assert.Equal(fields.Contains("msgh_labels") ? c["msgh_labels"] : 0, trailer.SenderLabel);
        Assert.False(trailer.IsFromKernel);
    }

    [Fact]
    public void Agree_on_who_a_token_tells_of()
    {
        var token = new audit_token_t([10, 11, 12, 13, 14, 15, 16, 17]);
        Assert.Equal(
            (10u, 11u, 12u, 13u, 14u, 15, 16u, 17u, false),
            (token.AuditUserId, token.EffectiveUserId, token.EffectiveGroupId, token.RealUserId, token.RealGroupId, token.ProcessId, token.SessionId, token.ProcessVersion, token.IsKernel));
        Assert.True(KERNEL_AUDIT_TOKEN_VALUE.IsKernel);
        Assert.NotEqual(token, KERNEL_AUDIT_TOKEN_VALUE);
        Assert.Equal(token, new audit_token_t([10, 11, 12, 13, 14, 15, 16, 17]));
        Assert.NotEqual(new security_token_t(0, 1), new security_token_t(1, 0));
    }

    [Theory]
    [InlineData("mach_port_deleted_notification_t", MACH_NOTIFY_PORT_DELETED, "not_port")]
    [InlineData("mach_send_possible_notification_t", MACH_NOTIFY_SEND_POSSIBLE, "not_port")]
    [InlineData("mach_no_senders_notification_t", MACH_NOTIFY_NO_SENDERS, "not_count")]
    [InlineData("mach_dead_name_notification_t", MACH_NOTIFY_DEAD_NAME, "not_port")]
    [InlineData("mach_port_destroyed_notification_t", MACH_NOTIFY_PORT_DESTROYED, "")]
    [InlineData("mach_send_once_notification_t", MACH_NOTIFY_SEND_ONCE, "")]
    public void Agree_on_every_notification(string record, int id, string field)
    {
        var writer = new MachMessageWriter(new byte[128]);
        writer.Header(MACH_PORT_NULL, 0, 0x103, MACH_MSG_TYPE_PORT_SEND_ONCE, id);
        if (id == MACH_NOTIFY_PORT_DESTROYED)
            writer.Port(0x207, MACH_MSG_TYPE_PORT_RECEIVE);
        if (field.Length != 0)
        {
            writer.Ndr();
            writer.UInt32(0x207);
        }

        var message = writer.Finish().ToArray();
        var bytes = new byte[FactView.SizeOf(record)];
        message.CopyTo(bytes, 0);
        var trailer = new mach_msg_mac_trailer_t { msgh_seqno = 3, msgh_sender = KERNEL_SECURITY_TOKEN_VALUE };
        Assert.Equal(20, MachMessageTrailer.Write(bytes.AsSpan(message.Length), MACH_RCV_TRAILER_SENDER, trailer));
        Assert.Equal(bytes.Length, message.Length + 20);

        var c = new FactView(record, bytes);
        var header = c.Inside("not_header", "mach_msg_header_t");
        Assert.Equal((ulong)id, header["msgh_id"]);
        Assert.Equal(id == MACH_NOTIFY_PORT_DESTROYED ? 0x80001200u : 0x1200u, header["msgh_bits"]);
        if (field.Length != 0)
        {
            Assert.Equal(0x207u, c[field]);
            Assert.Equal(NDR_INT_LITTLE_ENDIAN, (int)c.Inside("NDR", "NDR_record_t")["int_rep"]);
            Assert.Equal(1UL << 32, c["NDR"]);
        }
        else if (id == MACH_NOTIFY_PORT_DESTROYED)
        {
            Assert.Equal(0x207u, c.Inside("not_port", "mach_msg_port_descriptor_t")["name"]);
        }

        Assert.Equal(3u, c.Inside("trailer", "mach_msg_format_0_trailer_t")["msgh_seqno"]);
        Assert.True(MachMessageReader.TryParse(bytes, out var reader));
        Assert.Equal(id, reader.Id);
        Assert.Equal(KERNEL_SECURITY_TOKEN_VALUE, reader.Trailer.SecurityToken);
        Assert.False(reader.Trailer.IsFromKernel);
    }

    [Fact]
    public void Agree_on_the_error_reply()
    {
        var writer = new MachMessageWriter(new byte[36]);
        writer.Header(0x103, MACH_MSG_TYPE_MOVE_SEND_ONCE, 0, 0, 3301);
        writer.Ndr();
        writer.Int32((int)MIG_BAD_ID);
        var c = new FactView("mig_reply_error_t", writer.Finish().ToArray());
        Assert.Equal(unchecked((uint)-303), c["RetCode"]);
        Assert.Equal(0, writer.Room);
    }
}
