using System.Text.RegularExpressions;

namespace Cdp.Digdag.Language;

/// <summary>Collects what is wrong with names and keys, to report all of it at once in digdag's words (spec §1.3, §1.5).</summary>
internal sealed partial class NameRules
{
    private readonly List<(string Text, string? KeyPath)> _failures = [];

    public void Check(string field, string shown, bool holds, string message, string? keyPath = null)
    {
        if (!holds)
        {
            _failures.Add(($"{field} {message}: \"{shown}\"", keyPath));
        }
    }

    /// <summary>Projects and workflows are named by the same rules.</summary>
    public void CheckProjectName(string field, string name)
    {
        Check(field, name, name.Length > 0, "must not be blank");
        Check(field, name, !StartsWithDigit(name), "must not start with a numeric digit (0-9)");
        Check(
            field, name, name.Length == 0 || !@"+^@/\:*?""<>|".Contains(name[0], StringComparison.Ordinal),
            """must not include special symbols (+ ^ @ / \ / : * ? " < > |)""");
        Check(field, name, !name.EndsWith(".dig", StringComparison.Ordinal), "must not end with .dig");
        CheckLength(field, name);
    }

    /// <summary>Revisions and retry attempts.</summary>
    public void CheckIdentifier(string field, string name)
    {
        Check(field, name, name.Length > 0, "must not be blank");
        CheckLength(field, name);
    }

    public void CheckTaskName(string field, string name, string? keyPath = null)
    {
        Check(field, name, name.StartsWith('+'), "must start with '+'", keyPath);
        Check(field, name, !name.Contains('^', StringComparison.Ordinal), "must not contain ^ character", keyPath);
        CheckRawTaskName(field, name, keyPath);
    }

    /// <summary>Also the names of generated tasks, <c>^sub</c>.</summary>
    public void CheckRawTaskName(string field, string name, string? keyPath = null)
    {
        Check(field, name, name.Length > 0, "must not be blank", keyPath);
        Check(field, name, !StartsWithDigit(name), "must not start with a digit (0-9)", keyPath);
        Check(field, name, name.StartsWith('+') || name.StartsWith('^'), "must start with '+' or '^'", keyPath);
        if (name.Length > 1 && ForbiddenInTask().Match(name, 1) is { Success: true } match)
        {
            Check(field, name, false, $"must not contain character '{match.Value}'", keyPath);
        }

        CheckLength(field, name, keyPath);
    }

    /// <exception cref="DigdagConfigException">When anything failed.</exception>
    public void Demand(string modelType, string words)
    {
        if (_failures.Count > 0)
        {
            throw new DigdagConfigException(
                $"Validating {modelType} failed\n{string.Join('\n', _failures.Select(f => f.Text))}", words)
            {
                KeyPath = _failures[0].KeyPath,
            };
        }
    }

    private static bool StartsWithDigit(string name) => name.Length > 0 && char.IsAsciiDigit(name[0]);

    private void CheckLength(string field, string name, string? keyPath = null) =>
        Check(field, name, name.Length <= 255, "must not be longer than 255 characters", keyPath);

    [GeneratedRegex(@"[^a-zA-Z_0-9\-=\[\]{}%&@`,.^]")]
    private static partial Regex ForbiddenInTask();
}
