namespace Mach;

/// <summary>Something that is being moved into a message: the move has begun and is ended once.</summary>
internal interface IMovable
{
    /// <summary>Ends the move.</summary>
    /// <param name="moved">False when it stays its owner's after all.</param>
    /// <param name="bare">The message has no place for what the owner knows of it besides its name.</param>
    void EndMove(bool moved, bool bare);
}
