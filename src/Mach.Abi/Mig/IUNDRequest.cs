namespace Mach.Abi;

/// <summary>
/// Subsystem UNDRequest: what the daemon shows to the user for the kernel. A task serves it. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("UNDRequest", 6000)]
public partial interface IUNDRequest
{
    /// <summary>Asks to run a program for the user.</summary>
    [SimpleRoutine(0)]
    kern_return_t UNDExecute_rpc(
        [Subject] UNDServerRef server, [CString(1024), CType("UNDPath")] ReadOnlySpan<byte> executionPath, int uid, int gid);

    /// <summary>Shows a notice whose text is in a bundle.</summary>
    [SimpleRoutine(1)]
    kern_return_t UNDDisplayNoticeFromBundle_rpc(
        [Subject] UNDServerRef server, [CopySend] UNDReplyRef reply, [CString(1024), CType("UNDPath")] ReadOnlySpan<byte> bundlePath,
        [CString(1024), CType("UNDPath")] ReadOnlySpan<byte> fileName, [CString(1024), CType("UNDPath")] ReadOnlySpan<byte> fileExtension,
        [CString(128), CType("UNDKey")] ReadOnlySpan<byte> messageKey);

    /// <summary>Shows an alert whose text is in a bundle.</summary>
    [SimpleRoutine(2)]
    kern_return_t UNDDisplayAlertFromBundle_rpc(
        [Subject] UNDServerRef server, [CopySend] UNDReplyRef reply, [CString(1024), CType("UNDPath")] ReadOnlySpan<byte> bundlePath,
        [CString(128), CType("UNDKey")] ReadOnlySpan<byte> fileName, [CString(128), CType("UNDKey")] ReadOnlySpan<byte> fileExtension,
        [CString(128), CType("UNDKey")] ReadOnlySpan<byte> messageKey);

    /// <summary>Shows a dialogue that is described in a bundle.</summary>
    [SimpleRoutine(3)]
    kern_return_t UNDDisplayCustomFromBundle_rpc(
        [Subject] UNDServerRef server, [CopySend] UNDReplyRef reply, [CString(1024), CType("UNDPath")] ReadOnlySpan<byte> bundlePath,
        [CString(128), CType("UNDKey")] ReadOnlySpan<byte> fileName, [CString(128), CType("UNDKey")] ReadOnlySpan<byte> fileExtension,
        [CString(128), CType("UNDKey")] ReadOnlySpan<byte> messageKey, [CString(1024), CType("UNDPath")] ReadOnlySpan<byte> tokenKey);

    /// <summary>Takes back what was shown.</summary>
    [SimpleRoutine(5)]
    kern_return_t UNDCancelNotification_rpc([Subject] UNDServerRef server, int userLandNotificationKey);

    /// <summary>Shows a notice.</summary>
    [SimpleRoutine(6)]
    kern_return_t UNDDisplayNoticeSimple_rpc(
        [Subject] UNDServerRef server, int rpctimeout, uint flags, [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> iconPath,
        [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> soundPath,
        [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> localizationPath, [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> header,
        [CString(1024), CType("UNDMessage")] ReadOnlySpan<byte> message,
        [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> defaultButtonTitle);

    /// <summary>Shows an alert and returns the answer.</summary>
    [Routine(7)]
    kern_return_t UNDDisplayAlertSimple_rpc(
        [Subject] UNDServerRef server, int rpctimeout, uint flags, [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> iconPath,
        [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> soundPath,
        [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> localizationPath, [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> header,
        [CString(1024), CType("UNDMessage")] ReadOnlySpan<byte> message,
        [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> defaultButtonTitle,
        [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> alternateButtonTitle,
        [CString(128), CType("UNDLabel")] ReadOnlySpan<byte> otherButtonTitle, out uint response);
}
