namespace Mach.Abi;

/// <summary>What went wrong on a thread, in the words of Mach: a type and two codes.</summary>
/// <param name="Type">EXC_BAD_ACCESS, …</param>
/// <param name="Code">Depends on the type: for EXC_BAD_ACCESS, why the access failed, as a kern_return_t.</param>
/// <param name="Subcode">Depends on the type: for EXC_BAD_ACCESS, the address.</param>
public readonly record struct RaisedException(int Type, long Code, long Subcode);
