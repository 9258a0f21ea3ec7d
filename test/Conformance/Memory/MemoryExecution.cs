namespace Mach.Conformance.Memory;

/// <summary>Runs a program in a task's memory and in the model, and compares both after every step.</summary>
internal sealed class MemoryExecution
{
    private const int Pages = 24;
    private const int MostCopies = 5;

    private readonly MappedTask _task;
    private readonly PageModel _model;
    private readonly ulong _base;
    private readonly uint _port;
    private readonly List<(ulong Address, byte[] Bytes)> _copies = [];     // memory elsewhere, and what it must hold

    private MemoryExecution(MappedTask task, ulong start)
    {
        _task = task;
        _base = start;
        _port = task.Port();
        _model = new PageModel(Pages, (int)task.Page);
    }

    private ulong Page => _task.Page;

    /// <summary>Runs the program at addresses of the task's choice, and where this process's addresses are handed out.</summary>
    internal static void Run(SpaceKind kind, MemoryStep[] program)
    {
        using var estate = new Estate(kind);
        foreach (var chosen in kind == SpaceKind.Guest ? (bool[])[true] : [true, false])
        {
            var task = estate.NewTask();
            var pinned = 0UL;
            var start = Estates.Corner(task);
            if (!chosen)
            {
                // A page before keeps the place the task's.
                pinned = task.Pages(Pages + 1);
                start = pinned + task.Page;
                task.Free(start, Pages);
            }
            var execution = new MemoryExecution(task, start);
            foreach (var step in program)
            {
                execution.Do(step);
                execution.Compare(pinned == 0 ? 0 : 1);
            }
        }
    }

    private void Do(MemoryStep step)
    {
        var (first, count) = (step.A % Pages, 1 + (step.B % 6));
        count = Math.Min(count, Pages - first);
        switch (step.Verb)
        {
            case MemoryVerb.Allocate or MemoryVerb.Overwrite:
                Allocate(first, count, step.Verb == MemoryVerb.Overwrite, step.C);
                break;
            case MemoryVerb.Deallocate:
                Expect(KERN_SUCCESS, _task.Vm.mach_vm_deallocate(_task.Self, At(first) + (ulong)(step.C % 8), ((ulong)count * Page) - 8));
                _model.Clear(first, count);
                break;
            case MemoryVerb.Protect or MemoryVerb.Shrink:
                Protect(first, count, step.Verb == MemoryVerb.Shrink, step.C % 4);
                break;
            case MemoryVerb.MakePrivate:
                MakePrivate(first, count);
                break;
            case MemoryVerb.Inherit:
                Expect(KERN_SUCCESS, _task.Vm.mach_vm_inherit(_task.Self, At(first), (ulong)count * Page, (uint)(step.C % 3)));
                _model.Change(first, count, page => page with { Inheritance = (uint)(step.C % 3) });
                break;
            case MemoryVerb.Poke:
                Poke(first, step);
                break;
            case MemoryVerb.Copy:
                Copy(first, count, step);
                break;
            case MemoryVerb.Share or MemoryVerb.Snapshot:
                Remap(first, count, step.C % Pages, step.Verb == MemoryVerb.Snapshot, (uint)(step.D % 3));
                break;
            case MemoryVerb.Read:
                Read(first, count, step);
                break;
            case MemoryVerb.Name:
                Name(first, count, step.C % Pages, step.D);
                break;
            default:
                OnCopy(step);
                break;
        }
    }

    private void Allocate(int first, int count, bool overwrite, int tag)
    {
        var address = At(first) + 3;
        var free = _model.IsFree(first, count);
        Expect(
            free || overwrite ? KERN_SUCCESS : KERN_NO_SPACE,
            _task.Vm.mach_vm_allocate(_task.Self, ref address, (ulong)count * Page, (overwrite ? VM_FLAGS_OVERWRITE : 0) | VM_MAKE_TAG(tag)));
        if (free || overwrite)
            _model.Fresh(first, count, tag);
    }

    private void Protect(int first, int count, bool maximum, int bits)
    {
        var expected = !_model.IsCovered(first, count) ? KERN_INVALID_ADDRESS
            : _model.All(first, count, page => (bits & ~page.Maximum) == 0) ? KERN_SUCCESS : KERN_PROTECTION_FAILURE;
        Expect(expected, _task.Vm.mach_vm_protect(_task.Self, At(first), (ulong)count * Page, maximum ? 1 : 0, bits));
        if (expected == KERN_SUCCESS)
            _model.Change(first, count, page => maximum ? page with { Maximum = bits, Protection = page.Protection & bits } : page with { Protection = bits });
    }

    private void MakePrivate(int first, int count)
    {
        // Only what can be read, so that the protection asked for is one that every region's maximum has.
        var expected = _model.IsCovered(first, count) ? KERN_SUCCESS : KERN_INVALID_ADDRESS;
        if (expected == KERN_SUCCESS && !_model.All(first, count, static page => (page.Maximum & VM_PROT_READ) != 0))
            return;
        Expect(expected, _task.Vm.mach_vm_protect(_task.Self, At(first), (ulong)count * Page, 0, VM_PROT_COPY | VM_PROT_DEFAULT));
        if (expected == KERN_SUCCESS)
        {
            _model.Change(first, count, static page => page with
            {
                Cell = new PageModel.Cell([.. page.Cell.Bytes]), Protection = VM_PROT_DEFAULT, Maximum = page.Maximum | VM_PROT_WRITE,
            });
        }
    }

    private void Poke(int page, MemoryStep step)
    {
        var at = (page * (int)Page) + (step.C * 16) + (step.D % 15);     // within the page
        ReadOnlySpan<byte> value = [(byte)step.B, (byte)step.D];
        var can = _model.All(page, 1, static shown => (shown.Protection & VM_PROT_WRITE) != 0);
        if (_model[page] is null)
            return;
        Assert.Equal(can, _task.Memory.TryWrite(_base + (ulong)at, value));
        if (can)
            _model.Write(at, value);
    }

    private void Copy(int first, int count, MemoryStep step)
    {
        var size = Math.Max(1, (count * (int)Page) - (step.C * 9));
        var from = (first * (int)Page) + (step.D % 3 == 0 ? 0 : step.D);
        var to = (step.C % Pages * (int)Page) + (step.D % 2 == 0 ? 0 : step.D * 3);
        size = Math.Min(size, (Pages * (int)Page) - Math.Max(from, to));
        var (source, target) = (_model.Touched(from, size), _model.Touched(to, size));
        // A copy whose end cannot be written may have written its beginning: nothing could be compared.
        if (!_model.All(target.First, target.Count, static page => (page.Protection & VM_PROT_WRITE) != 0))
            return;
        var readable = _model.All(source.First, source.Count, static page => (page.Protection & VM_PROT_READ) != 0);
        var code = _task.Vm.mach_vm_copy(_task.Self, _base + (ulong)from, (ulong)size, _base + (ulong)to);
        if (readable)
        {
            Expect(KERN_SUCCESS, code);
            _model.Write(to, _model.Read(from, size));
        }
        else
        {
            Assert.True(code is KERN_INVALID_ADDRESS or KERN_PROTECTION_FAILURE, $"{code}");
        }
    }

    private void Remap(int first, int count, int target, bool copy, uint inheritance)
    {
        count = Math.Min(count, Pages - target);
        var address = At(target);
        var expected = _model.IsCovered(first, count) ? KERN_SUCCESS : KERN_INVALID_ADDRESS;
        Expect(expected, _task.Vm.mach_vm_remap(
            _task.Self, ref address, (ulong)count * Page, 0, VM_FLAGS_OVERWRITE, _task.Self, At(first), copy ? 1 : 0, out _, out _, inheritance));
        if (expected != KERN_SUCCESS)
            return;
        var taken = Enumerable.Range(first, count).Select(index => _model[index]!).ToList();
        for (var index = 0; index < count; index++)
        {
            _model[target + index] = taken[index] with
            {
                Cell = copy ? new PageModel.Cell([.. taken[index].Cell.Bytes]) : taken[index].Cell, Inheritance = inheritance,
            };
        }
    }

    private void Name(int first, int count, int target, int copy)
    {
        var size = (ulong)count * Page;
        if (!_model.All(first, count, static page => (page.Protection & page.Maximum & VM_PROT_READ) != 0))
            return;
        var isCopy = copy % 2 == 0;
        var kind = isCopy ? MAP_MEM_VM_COPY : MAP_MEM_VM_SHARE;
        Expect(KERN_SUCCESS, _task.Vm._mach_make_memory_entry(_task.Self, ref size, At(first), VM_PROT_READ | kind, out var handle, 0));
        count = Math.Min(count, Pages - target);
        var address = At(target);
        Expect(KERN_SUCCESS, _task.Vm.mach_vm_map(
            _task.Self, ref address, (ulong)count * Page, 0, VM_FLAGS_OVERWRITE | VM_MAKE_TAG(7), handle, 0, 0, VM_PROT_READ, VM_PROT_READ, VM_INHERIT_NONE));
        Expect(KERN_SUCCESS, _task.Traps._kernelrpc_mach_port_deallocate_trap(_task.Self, handle));
        var taken = Enumerable.Range(first, count).Select(index => _model[index]!.Cell).ToList();
        for (var index = 0; index < count; index++)
        {
            var cell = isCopy ? new PageModel.Cell([.. taken[index].Bytes]) : taken[index];
            _model[target + index] = new PageModel.Page(cell, VM_PROT_READ, VM_PROT_READ, VM_INHERIT_NONE, 7);
        }
    }

    private void Read(int first, int count, MemoryStep step)
    {
        if (_copies.Count == MostCopies)
            Free(step.C % _copies.Count);
        var at = (first * (int)Page) + (step.C % 2 == 0 ? 0 : step.D);
        var size = Math.Min(count * (int)Page, (Pages * (int)Page) - at);
        var (from, pages) = _model.Touched(at, size);
        if (!_model.All(from, pages, static page => (page.Protection & VM_PROT_READ) != 0))
            return;
        Expect(KERN_SUCCESS, _task.Vm.mach_vm_read(_task.Self, _base + (ulong)at, (ulong)size, out var data, out _));
        _copies.Add((data, _model.Read(at, size)));
    }

    /// <summary>What is done to copies: written, copied on, sent to oneself, freed.</summary>
    private void OnCopy(MemoryStep step)
    {
        if (_copies.Count == 0)
            return;
        var index = step.A % _copies.Count;
        var (address, bytes) = _copies[index];
        switch (step.Verb)
        {
            case MemoryVerb.PokeCopy:
                var at = (step.B * 257) % bytes.Length;
                bytes[at] = (byte)step.C;
                _task.Put(address + (ulong)at, (byte)step.C);
                break;
            case MemoryVerb.PassOn:
                PassOn(index, deallocate: step.B % 2 == 0, step.C % 2 == 0 ? MACH_MSG_VIRTUAL_COPY : MACH_MSG_PHYSICAL_COPY);
                break;
            default:
                Free(index);
                break;
        }
    }

    private void PassOn(int index, bool deallocate, int copy)
    {
        var (address, bytes) = _copies[index];
        var note = new Note(_port, MACH_MSG_TYPE_COPY_SEND).Memory(address, (uint)bytes.Length, deallocate, copy);
        Expect(MACH_MSG_SUCCESS, _task.Send(note.Bytes, out _));
        Expect(MACH_MSG_SUCCESS, _task.Receive(_port, out var letter));
        if (deallocate)
            _copies.RemoveAt(index);
        _copies.Add((letter.Address(0), [.. bytes]));
        if (_copies.Count > MostCopies)
            Free(0);
    }

    private void Free(int index)
    {
        var (address, bytes) = _copies[index];
        _copies.RemoveAt(index);
        Expect(KERN_SUCCESS, _task.Vm.mach_vm_deallocate(_task.Self, address, (ulong)bytes.Length));
    }

    private void Compare(int pinned)
    {
        var told = _task.Regions();
        for (var index = 0; index < Pages; index++)
        {
            var address = At(index);
            var region = told.Find(found => found.Start <= address && address < found.End);
            var page = _model[index];
            Assert.Equal(page is null, region is null);
            if (page is null)
                continue;
            Assert.Equal(
                (page.Protection, page.Maximum, page.Inheritance, (uint)page.Tag),
                (region!.Info.protection, region.Info.max_protection, region.Info.inheritance, region.Info.user_tag));
            if ((page.Protection & VM_PROT_READ) != 0)
                Assert.True(_task.Get(address, (int)Page).AsSpan().SequenceEqual(page.Cell.Bytes), $"page {index} differs");
        }
        foreach (var (address, bytes) in _copies)
            Assert.True(_task.Get(address, bytes.Length).AsSpan().SequenceEqual(bytes), $"the copy at 0x{address:x} differs");
        var elsewhere = _copies.Sum(copy => (long)((((copy.Address + (ulong)copy.Bytes.Length - 1) / Page) - (copy.Address / Page) + 1) * Page));
        Assert.Equal((ulong)elsewhere + ((ulong)(_model.Mapped + pinned) * Page), _task.Mapped);
    }

    private ulong At(int page) => _base + ((ulong)page * Page);

    private static void Expect(kern_return_t expected, kern_return_t code) => Assert.Equal(expected, code);
}
