using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>The descriptors of a checked message, in order. Enumeration cannot fail and allocates nothing.</summary>
public readonly ref struct MachDescriptorList
{
    private readonly ReadOnlySpan<byte> _bytes;

    // The bytes hold exactly count well-formed descriptors.
    internal MachDescriptorList(ReadOnlySpan<byte> bytes, int count)
    {
        _bytes = bytes;
        Count = count;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Their bytes as they lie in the message.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The descriptor of that number; walks the ones before it.</summary>
    /// <returns>False when there are fewer.</returns>
    public bool TryGet(int index, out MachDescriptor descriptor)
    {
        foreach (var each in this)
        {
            if (each.Index == index)
            {
                descriptor = each;
                return true;
            }
        }

        descriptor = default;
        return false;
    }

    /// <summary>Starts at the first.</summary>
    public Enumerator GetEnumerator() => new(_bytes);

    /// <summary>Walks over descriptors.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private int _next;
        private int _index;

        internal Enumerator(ReadOnlySpan<byte> bytes)
        {
            _bytes = bytes;
            _index = -1;
        }

        /// <summary>The descriptor at hand.</summary>
        public MachDescriptor Current { get; private set; }

        /// <summary>Goes to the next; false after the last.</summary>
        public bool MoveNext()
        {
            if (_next >= _bytes.Length)
                return false;
            var raw = default(mach_msg_descriptor_t);
            var size = MachMessageLayout.DescriptorSize(_bytes[_next + MachMessageLayout.DescriptorTypeOffset]);
            _bytes.Slice(_next, size).CopyTo(MemoryMarshal.AsBytes(new Span<mach_msg_descriptor_t>(ref raw)));
            Current = new MachDescriptor(raw, ++_index, MachMessageLayout.DescriptorsOffset + _next);
            _next += size;
            return true;
        }
    }
}
