namespace Mach.Abi;

/// <summary>
/// Subsystem UNDReply: how the user answered. Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("UNDReply", 6200, Kernel = true)]
public partial interface IUNDReply
{
    /// <summary>Tells the kernel how the user answered.</summary>
    [SimpleRoutine(0)]
    kern_return_t UNDAlertCompletedWithResult_rpc(
        [Subject(MigSubject.UserNotification)] UNDReplyRef reply, int result, [OutOfLine] xmlData_t data);

    /// <summary>Tells the kernel that a notification is shown.</summary>
    [SimpleRoutine(1)]
    kern_return_t UNDNotificationCreated_rpc([Subject(MigSubject.UserNotification)] UNDReplyRef reply, int userLandNotificationKey);
}
