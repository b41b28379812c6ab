using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Engine;

/// <summary>
/// A task that cannot succeed. <paramref name="kind"/> is what digdag appends in brackets, e.g. <c>config</c>; null for
/// failures whose message stands alone.
/// </summary>
internal sealed class TaskFailure(string message, string? kind = null, bool trace = false) : Exception(message)
{
    private bool _wrapped;

    public const string TooMany = "task limit exceeded";

    public string? Kind => kind;

    /// <summary>What digdag logs as unexpected: a Java exception that no operator wrapped.</summary>
    public bool IsUnexpected => !_wrapped && kind is "runtime" or "secret not found" or "illegal argument";

    public string FullMessage => kind is null ? Message : $"{Message} ({kind})";

    public TaskFailure Masked(Func<string, string> mask) => new(mask(Message), kind, trace) { _wrapped = _wrapped };

    public static TaskFailure Config(string message) => new(message, "config");

    public static TaskFailure Of(DigdagConfigException refused) => new(refused.Message, refused.Words);

    public static TaskFailure Runtime(string message) => new(message, "runtime");

    /// <summary>The same, from an operator that foresaw it.</summary>
    public static TaskFailure Wrapped(string message) => new(message, "runtime") { _wrapped = true };

    /// <summary>The task's <c>error</c>. digdag puts a Java trace beside most messages; here it is the task's name.</summary>
    public JsonObject Error(string taskName)
    {
        var error = new JsonObject { ["message"] = FullMessage };
        if (trace || kind is not null)
        {
            error["stacktrace"] = $"{FullMessage}\n\tat {taskName}";
        }

        return error;
    }
}
