namespace Mach.Conformance.Stress;

/// <summary>The account of a crowd's posts when all is over: each was received once or destroyed once, and its sender knows which.</summary>
internal static class Books
{
    /// <summary>Closes the account.</summary>
    /// <param name="machine">Nothing may happen in it any more.</param>
    /// <param name="crowd">Who worked.</param>
    /// <param name="allReceived">No post may have been destroyed.</param>
    internal static void Close(Machine machine, Crowd crowd, bool allReceived)
    {
        machine.CheckRights();
        var received = crowd.Workers.SelectMany(static worker => worker.Received).ToList();
        var distinct = received.Select(static parcel => (parcel.Sender, parcel.Serial)).ToHashSet();
        Assert.Equal(received.Count, distinct.Count);
        foreach (var worker in crowd.Workers.Where(static worker => worker.Party.Task.IsAlive))
            Close(worker, distinct, allReceived);
    }

    private static void Close(Worker worker, HashSet<(uint, uint)> received, bool allReceived)
    {
        var (answers, notices) = (0u, 0u);
        while (worker.Party.Receive(worker.Ledger, out var letter, room: 256) == MACH_MSG_SUCCESS)
        {
            if (letter.Id == MACH_NOTIFY_SEND_ONCE)
            {
                notices++;
                continue;
            }
            Assert.Equal(Worker.Answer, letter.Id);
            Assert.Contains((letter.Word(24), letter.Word(28)), received);
            answers++;
        }
        Assert.Equal(worker.Accepted + worker.Returned, answers + notices);
        Assert.True(notices >= worker.Returned);
        if (allReceived)
            Assert.Equal(worker.Accepted, answers);
        Assert.Equal(0u, worker.Party.Status(worker.Ledger).mps_sorights);
    }

    /// <summary>The posts of each sender were received in the order in which they were sent.</summary>
    internal static void CheckOrder(IEnumerable<Parcel> inOrderOfReceipt)
    {
        var last = new Dictionary<uint, uint>();
        foreach (var parcel in inOrderOfReceipt)
        {
            Assert.True(!last.TryGetValue(parcel.Sender, out var before) || before < parcel.Serial, $"{parcel} came after {before}");
            last[parcel.Sender] = parcel.Serial;
        }
    }
}
