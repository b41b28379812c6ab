using Cdp.Yaml;

namespace Cdp.Digdag.Language;

/// <summary>A project or a task says something that digdag refuses. The message is digdag's own text.</summary>
/// <param name="words">What digdag writes in brackets behind the message: <c>config</c>, <c>model validation</c>, …</param>
public sealed class DigdagConfigException(
    string message,
    string words = DigdagConfigException.Config,
    Position? position = null,
    Exception? innerException = null) : Exception(message, innerException)
{
    public const string Config = "config";
    public const string ModelValidation = "model validation";
    public const string NoSuchFile = "no such file";

    public string Words { get; } = words;

    /// <summary>Where in the project's files, when that is known.</summary>
    public Position? Position { get; } = position;

    /// <summary>The keys that lead to the faulty place inside one workflow; <see cref="SourceMap"/> turns them into a position.</summary>
    internal string? KeyPath { get; init; }

    /// <summary>The parameter whose template failed: <c>echo></c>, <c>headers[0].X-Key</c>. digdag does not say.</summary>
    public string? Key { get; init; }

    /// <summary>The message as digdag shows it for a task: <c>… (config)</c>.</summary>
    public string Shown => $"{Message} ({Words})";

    internal DigdagConfigException At(Position? position) => new(Message, Words, Position ?? position, InnerException)
    {
        KeyPath = KeyPath,
        Key = Key,
    };
}
