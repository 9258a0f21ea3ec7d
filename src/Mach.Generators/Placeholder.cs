namespace Mach.Generators;
