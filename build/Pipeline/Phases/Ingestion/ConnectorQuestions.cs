using System.Collections.Immutable;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>What a person is asked who configures a source of that connector.</summary>
/// <param name="Parameter">The key under <c>parameters:</c>.</param>
/// <param name="Text">The question, without a question mark.</param>
/// <param name="Default">Taken where nothing is answered.</param>
/// <param name="Needed">Without a default, an answer is needed.</param>
/// <param name="Choices">The only answers, if there are any.</param>
public sealed record ConnectorQuestion(
    string Parameter, string Text, ParameterType Type, string? Default, bool Needed, ImmutableArray<string> Choices);

/// <summary>The wizard's questions, read off a connector's file. Secrets are not asked for: they go to the platform alone.</summary>
public static class ConnectorQuestions
{
    /// <param name="answers">What was answered until now, of an object's also what was answered of its source: a question may depend on it.</param>
    /// <param name="perObject">The questions of one object, instead of those of the source.</param>
    /// <returns>The next question, or null when all is known.</returns>
    public static ConnectorQuestion? Next(Connector connector, IReadOnlyDictionary<string, string> answers, bool perObject = false) =>
        connector.Parameters
            .Where(p => p.Value.PerObject == perObject && IsAsked(p.Value) && !answers.ContainsKey(p.Key) && Applies(connector, p.Value, answers))
            .OrderBy(p => p.Value.When.Count)
            .Select(p => new ConnectorQuestion(
                p.Key,
                $"{connector.Title}: {p.Value.About ?? p.Key}",
                p.Value.Type,
                p.Value.Default?.ToString(),
                p.Value.IsNeeded,
                p.Value.Values))
            .FirstOrDefault();

    /// <summary>Secrets that will be needed, as they are called on the platform.</summary>
    public static IEnumerable<string> Secrets(Connector connector, string source, IReadOnlyDictionary<string, string> answers) =>
        connector.Parameters
            .Where(p => p.Value is { Secret: true, IsNeeded: true } && Applies(connector, p.Value, answers))
            .Select(p => $"{source}.{p.Key}");

    /// <summary>Whether the parameter means something after these answers.</summary>
    internal static bool Applies(Connector connector, ConnectorParameter parameter, IReadOnlyDictionary<string, string> answers) =>
        (parameter.Unless is not { } other || string.IsNullOrEmpty(answers.GetValueOrDefault(other)))
        && parameter.When.All(w => (answers.GetValueOrDefault(w.Key) ?? connector.Parameters[w.Key].Default?.ToString()) == w.Value);

    /// <summary>What the object gives by its name, and what has a good default that most people keep, is not asked.</summary>
    private static bool IsAsked(ConnectorParameter parameter) =>
        parameter is { Secret: false, FromObject: false }
        && (parameter is { IsNeeded: true, Default: null } || parameter.Type is ParameterType.Authentication || parameter.Values.Length > 1);
}
