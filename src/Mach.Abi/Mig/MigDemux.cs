namespace Mach.Abi;

/// <summary>Several subsystems behind one port: each request goes to the one that its id belongs to.</summary>
/// <typeparam name="TCaller">Who asks, as the servers' world knows it.</typeparam>
/// <typeparam name="TRight">How the servers' world holds a right.</typeparam>
public sealed class MigDemux<TCaller, TRight> : MigServer<TCaller, TRight>
{
    private readonly MigServer<TCaller, TRight>[] _servers;
    private readonly int _largestReply;
    private readonly int _mostReplyDescriptors;

    /// <summary>Joins servers.</summary>
    /// <exception cref="ArgumentException">There is none, or two of them claim the same ids.</exception>
    public MigDemux(params IEnumerable<MigServer<TCaller, TRight>> servers)
    {
        _servers = [.. servers.OrderBy(server => server.First)];
        if (_servers.Length == 0)
            throw new ArgumentException("There is no server.", nameof(servers));
        _largestReply = _servers.Max(server => server.LargestReply);
        _mostReplyDescriptors = _servers.Max(server => server.MostReplyDescriptors);
        for (var i = 1; i < _servers.Length; i++)
        {
            if (_servers[i].First < _servers[i - 1].End)
                throw new ArgumentException($"{_servers[i - 1].Name} and {_servers[i].Name} claim the same ids.", nameof(servers));
        }
    }

    /// <inheritdoc/>
    public override int First => _servers[0].First;

    /// <inheritdoc/>
    public override int End => _servers[^1].End;

    /// <inheritdoc/>
    public override string Name => string.Join(", ", _servers.Select(server => server.Name));

    /// <inheritdoc/>
    public override int LargestReply => _largestReply;

    /// <inheritdoc/>
    public override int MostReplyDescriptors => _mostReplyDescriptors;

    /// <inheritdoc/>
    public override kern_return_t Dispatch(TCaller caller, ref MigRequest<TRight> request, ref MigReply<TRight> reply)
    {
        var id = MigWire.IdOf(request.Bytes);
        foreach (var server in _servers)
        {
            if (id >= server.First && id < server.End)
                return server.Dispatch(caller, ref request, ref reply);
        }
        MigWire.WriteError(request.Bytes, ref reply, kern_return_t.MIG_BAD_ID);
        return kern_return_t.MIG_BAD_ID;
    }
}
