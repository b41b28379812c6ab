namespace Cdp.TdLike;

/// <summary>One call of td: what it was started with.</summary>
/// <param name="Conf">Text of the file that TREASURE_DATA_CONFIG_PATH names; null when there is none.</param>
/// <param name="Folder">The working folder.</param>
/// <param name="Input">Its standard input, read when asked for.</param>
public sealed record Call(string[] Arguments, string? Conf, string Folder, Func<string> Input)
{
    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public bool Has(string option) => Arguments.Contains(option);

    /// <summary>The word behind an option.</summary>
    public string? After(string option) =>
        Array.IndexOf(Arguments, option) is >= 0 and var i && i + 1 < Arguments.Length ? Arguments[i + 1] : null;
}

/// <summary>What td prints, and its exit code.</summary>
public sealed record Answer(int ExitCode, string Out, string Error)
{
    public static Answer Said(string text) => new(0, text, string.Empty);
}

/// <summary>td ends with an error.</summary>
internal sealed class TdError(Answer answer) : Exception(answer.Error + answer.Out)
{
    public Answer Answer { get; } = answer;

    public static TdError Workflow(string message) => new(new(1, string.Empty, $"error: {message}\n"));

    public static TdError Ruby(string message) => new(new(1, $"Error: {message}\n", string.Empty));

    /// <summary>Those that Ruby does not foresee: a blank line, and a trace on the other stream.</summary>
    public static TdError Trace(string type, string message) =>
        new(new(1, $"\nError: {message}\n", $"Error {type}: backtrace:\n  /usr/lib/ruby/gems/td-0.19.1/bin/td:27:in `<main>'\n"));
}
