using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>Holds the parameters of one object against what its connector takes.</summary>
internal static class ConnectorReview
{
    /// <param name="path">Place of the object in the configuration.</param>
    public static IEnumerable<ConfigProblem> Of(ObjectPlan o, string path)
    {
        if (o.Connector.Passthrough)
        {
            return Passthrough(o, path);
        }

        return
        [
            .. o.Parameters.SelectMany(p => Given(o.Connector, p.Key, p.Value, path)),
            .. o.Connector.Parameters.Where(p => Missing(o, p.Key, p.Value)).Select(p => new ConfigProblem(
                path,
                $"The connector {o.Connector.Type} needs the parameter '{p.Key}'. Write it under parameters, here or at the source. See {o.Connector.Docs}.")),
            .. Window(o, path),
        ];
    }

    private static IEnumerable<ConfigProblem> Passthrough(ObjectPlan o, string path)
    {
        if (!o.Parameters.ContainsKey("type"))
        {
            yield return new(path, "A generic connector's parameters are the whole of td_load's in:, so 'type' has to be among them.");
        }

        foreach (var problem in Window(o, path))
        {
            yield return problem;
        }
    }

    private static IEnumerable<ConfigProblem> Given(Connector connector, string key, JsonNode? value, string path)
    {
        if (!connector.Parameters.TryGetValue(key, out var parameter))
        {
            if (connector.Open)
            {
                yield break;
            }

            yield return new(
                path,
                $"The connector {connector.Type} has no parameter '{key}'.{Suggestion.For(key, connector.Parameters.Keys)}");
            yield break;
        }

        if (parameter.Secret && !DigdagText.IsSecret(value?.ToString() ?? ""))
        {
            yield return new(
                path,
                $"'{key}' is a secret and does not belong into a file. Leave it out, or write ${{secret:NAME}}; the value goes to the platform's secrets.");
        }
        else if (!Fits(parameter, value))
        {
            yield return new(path, Misfit(connector, key, parameter, value));
        }
    }

    /// <summary>What is wrong with the value of one parameter, as a sentence; null when it fits.</summary>
    internal static string? WhyNot(Connector connector, string key, JsonNode? value) =>
        connector.Parameters.GetValueOrDefault(key) is { } parameter && !Fits(parameter, value)
            ? Misfit(connector, key, parameter, value)
            : null;

    /// <summary>A query of one's own that is asked for a window of time holds both its bounds.</summary>
    internal static bool HasBounds(string text) =>
        text.Contains("${window.from}", StringComparison.Ordinal) && text.Contains("${window.to}", StringComparison.Ordinal);

    private static string Misfit(Connector connector, string key, ConnectorParameter parameter, JsonNode? value) =>
        $"'{key}' of the connector {connector.Type} is {(parameter.Values.Length > 0 ? $"one of {string.Join(", ", parameter.Values)}" : Named(parameter.Type))}, not {value?.ToJsonString() ?? "nothing"}.";

    internal const string NoBounds =
        "Each load asks for a window of time, so the query needs both bounds: … >= '${window.from}' AND … < '${window.to}'.";

    private static bool Missing(ObjectPlan o, string key, ConnectorParameter parameter) =>
        parameter is { Secret: false, Default: null } && o.Needs(parameter) && !o.Parameters.ContainsKey(key);

    private static bool Fits(ConnectorParameter parameter, JsonNode? value)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        var text = value?.ToString() ?? "";
        return parameter.Type switch
        {
            ParameterType.Integer => long.TryParse(text, CultureInfo.InvariantCulture, out _),
            ParameterType.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
            ParameterType.List => kind is JsonValueKind.Array,
            ParameterType.Map => kind is JsonValueKind.Object,
            ParameterType.Authentication => text.Length > 0 && text.All(char.IsAsciiLetterOrDigit),
            _ => kind is JsonValueKind.String or JsonValueKind.Number
                && (parameter.Values.Length == 0 || parameter.Values.Contains(text)),
        };
    }

    private static string Named(ParameterType type) => type switch
    {
        ParameterType.Integer => "a whole number",
        ParameterType.Boolean => "true or false",
        ParameterType.List => "a list",
        ParameterType.Map => "a map",
        ParameterType.Authentication => "the number of a connection in TD Console",
        _ => "a text",
    };

    /// <summary>A load without both bounds would bring the same rows again with each window.</summary>
    private static IEnumerable<ConfigProblem> Window(ObjectPlan o, string path)
    {
        if (o.IsFull)
        {
            yield break;
        }

        if (o.OnlyLoad is LoadKind.Full)
        {
            yield return new(path, $"The connector {o.Connector.Type} reads this object whole, not by a window of time. Write load: full.");
            yield break;
        }

        if (o.HasOwnWindow)
        {
            if (!HasBounds(o.Parameters.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })))
            {
                yield return new(path, $"{NoBounds} Or write load: full.");
            }
        }
        else if (o.IncField is null && (o.NamesField || o.Connector.Window.Where is not null))
        {
            yield return new(path, "Nothing says which column tells when a record changed. Write inc_field, or load: full.");
        }
    }
}
