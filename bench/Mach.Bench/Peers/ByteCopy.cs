using System.Runtime.InteropServices;
using Mach.Bench.Measuring;

namespace Mach.Bench.Peers;

/// <summary>Bytes copied to memory that has been used before, or that has just been mapped.</summary>
internal sealed unsafe class ByteCopy : Workload
{
    private readonly byte* _source;
    private readonly byte* _target;
    private readonly uint _size;
    private readonly bool _fresh;

    public ByteCopy(uint size, bool fresh)
    {
        _size = size;
        _fresh = fresh;
        _source = (byte*)NativeMemory.Alloc(size);
        _target = (byte*)NativeMemory.Alloc(size);
        new Span<byte>(_source, (int)size).Fill(7);
        new Span<byte>(_target, (int)size).Fill(8);
    }

    public override void Run(long operations)
    {
        for (var i = 0L; i < operations; i++)
        {
            *_source = (byte)i;
            var target = _fresh ? SystemMemory.Map(null, _size, SystemMemory.Private | SystemMemory.Anonymous) : _target;
            new ReadOnlySpan<byte>(_source, (int)_size).CopyTo(new Span<byte>(target, (int)_size));
            if (_fresh)
                SystemMemory.Unmap(target, _size);
        }
    }

    protected override void End()
    {
        NativeMemory.Free(_source);
        NativeMemory.Free(_target);
    }
}
