namespace Cdp.Digdag.Engine;

/// <summary>The states of a task; the order is digdag's (TaskStateCode 0–9).</summary>
public enum TaskState
{
    Blocked,
    Ready,
    RetryWaiting,
    GroupRetryWaiting,
    Running,
    Planned,
    GroupError,
    Success,
    Error,
    Canceled,
}

public static class TaskStates
{
    public static bool IsDone(this TaskState state) => state >= TaskState.GroupError;

    public static bool IsError(this TaskState state) => state is TaskState.Error or TaskState.GroupError;

    public static bool IsProgressing(this TaskState state) => state is > TaskState.Blocked and < TaskState.GroupError;

    /// <summary>As the REST API writes it, e.g. <c>group_error</c>.</summary>
    public static string Text(this TaskState state) => state switch
    {
        TaskState.RetryWaiting => "retry_waiting",
        TaskState.GroupRetryWaiting => "group_retry_waiting",
        TaskState.GroupError => "group_error",
        _ => state.ToString().ToLowerInvariant(),
    };
}
