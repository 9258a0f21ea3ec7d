namespace Mach.Conformance.Memory;

/// <summary>Memory as an array of pages: each shows a cell of bytes, which several may show, and has attributes of its own.</summary>
internal sealed class PageModel(int pages, int pageSize)
{
    internal sealed class Cell(byte[] bytes)
    {
        public readonly byte[] Bytes = bytes;
    }

    internal sealed record Page(Cell Cell, int Protection, int Maximum, uint Inheritance, int Tag);

    private readonly Page?[] _pages = new Page?[pages];

    public int Count => _pages.Length;

    public int PageSize => pageSize;

    public Page? this[int index]
    {
        get => _pages[index];
        set => _pages[index] = value;
    }

    public int Mapped => _pages.Count(static page => page is not null);

    public bool IsFree(int first, int count) => _pages.Skip(first).Take(count).All(static page => page is null);

    public bool IsCovered(int first, int count) => _pages.Skip(first).Take(count).All(static page => page is not null);

    public bool All(int first, int count, Func<Page, bool> condition) => _pages.Skip(first).Take(count).All(page => page is not null && condition(page));

    public void Change(int first, int count, Func<Page, Page> change)
    {
        for (var index = first; index < first + count; index++)
        {
            if (_pages[index] is { } page)
                _pages[index] = change(page);
        }
    }

    public void Clear(int first, int count) => Array.Clear(_pages, first, count);

    public void Fresh(int first, int count, int tag)
    {
        for (var index = first; index < first + count; index++)
            _pages[index] = new Page(new Cell(new byte[pageSize]), VM_PROT_DEFAULT, VM_PROT_ALL, VM_INHERIT_COPY, tag);
    }

    /// <summary>The pages that bytes touch.</summary>
    public (int First, int Count) Touched(int at, int size) => (at / pageSize, ((at + size - 1) / pageSize) - (at / pageSize) + 1);

    public byte[] Read(int at, int size)
    {
        var bytes = new byte[size];
        for (var index = 0; index < size; index++)
            bytes[index] = _pages[(at + index) / pageSize]!.Cell.Bytes[(at + index) % pageSize];
        return bytes;
    }

    public void Write(int at, ReadOnlySpan<byte> bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
            _pages[(at + index) / pageSize]!.Cell.Bytes[(at + index) % pageSize] = bytes[index];
    }
}
