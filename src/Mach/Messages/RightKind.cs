namespace Mach;

/// <summary>What kind of right a message carries.</summary>
public enum RightKind : byte
{
    /// <summary>None: the null port, or one that was taken out of the message.</summary>
    None,

    /// <summary>A send right.</summary>
    Send,

    /// <summary>A send-once right.</summary>
    SendOnce,

    /// <summary>A receive right.</summary>
    Receive,

    /// <summary>The right's port died on the way; there is nothing to own.</summary>
    Dead,
}
