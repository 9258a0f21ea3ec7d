namespace Mach;

/// <summary>Takes rights out of messages as the objects that their descriptors say.</summary>
internal static class MigRights
{
    /// <summary>The right of a descriptor; null when no live one came.</summary>
    internal static MachRight? Take(ReceivedMessage message, int index)
    {
        switch (message.GetItem(index).RightKind)
        {
            case RightKind.Send when message.TryTakeSend(index, out SendRight? send):
                return send;
            case RightKind.SendOnce when message.TryTakeSendOnce(index, out SendOnceRight? once):
                return once;
            case RightKind.Receive when message.TryTakeReceive(index, out ReceiveRight? receive):
                return receive;
            default:
                return null;
        }
    }

    /// <summary>The rights of a descriptor's array, null where no live one came; null when there is no array.</summary>
    internal static MachRight?[]? TakeAll(ReceivedMessage message, int index)
    {
        switch (message.GetItem(index).RightKind)
        {
            case RightKind.Send when message.TryTakeSends(index, out SendRight?[]? sends):
                return [.. sends];
            case RightKind.SendOnce when message.TryTakeSendOnces(index, out SendOnceRight?[]? onces):
                return [.. onces];
            case RightKind.Receive when message.TryTakeReceives(index, out ReceiveRight?[]? receives):
                return [.. receives];
            default:
                return null;
        }
    }
}
