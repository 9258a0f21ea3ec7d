using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mach.Kernel;

/// <summary>How snapshots become JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(KernelSnapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext;

/// <summary>Waits in words: <c>receiveFromSet</c>.</summary>
internal sealed class WaitKindJson() : JsonStringEnumConverter<WaitKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
