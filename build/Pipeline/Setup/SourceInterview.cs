using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Setup;

/// <summary>The questions about one source: its connector, what the connector's file asks, its objects.</summary>
/// <param name="standIn">Where a file that stands in for an object lies, from the configuration's folder, or why it cannot be used; null: none is needed.</param>
internal sealed class SourceInterview(
    Answers answers, ConnectorRegistry connectors, Func<string, (string? Path, string? Problem)>? standIn)
{
    /// <returns>Null when something is not known; <paramref name="answers"/> has it.</returns>
    public async Task<SourceDraft?> AskAsync(string source, CancellationToken cancellation)
    {
        answers.Say($"\n**Data Source: {source}**\nConnectors: {string.Join(", ", connectors.Types)}");
        var type = await answers.AskAsync(
            new($"source.{source}.connector", $"2. Connector type of {source} (e.g., shopify_v2, sfdc_v2)", null, AnswerRules.Anything) { Words = [.. connectors.Types] },
            cancellation);
        if (type is null)
        {
            return null;
        }

        var connector = connectors.Get(type);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var parameters = await ParametersAsync(connector, $"source.{source}", given, null, cancellation);
        var names = await answers.AskListAsync(
            new($"source.{source}.objects", $"3. Objects/tables of {source} (comma-separated, e.g., orders,customers,products)", null, AnswerRules.Each(Object(connector))),
            cancellation);
        if (names is null || parameters is null)
        {
            return null;
        }

        var plan = new SourceObjects(source, connector, given);
        var whole = await WholeAsync(plan, names, cancellation);
        var field = await FieldAsync(plan, names, whole, cancellation);
        var objects = await ObjectsAsync(plan, names, whole, field, cancellation);
        return objects is null
            ? null
            : new(source, connector, parameters, field, [.. objects], [.. ConnectorQuestions.Secrets(connector, source, given)]);
    }

    /// <summary>The name as the source writes it; what the configuration calls it follows.</summary>
    private static Func<string, string?> Object(Connector connector) => text =>
        !new PartNameAttribute().Accepts(SourceObjects.NameOf(text)) ? $"'{text}' cannot be the name of an object. Write letters, digits, _ and dots."
        : connector.ObjectParameter is { } key && connector.Parameters[key] is { Values: { IsEmpty: false } known } && !known.Contains(text)
            ? $"{connector.Title} has no '{text}'.{Suggestion.For(text, known)} It has {string.Join(", ", known)}."
            : null;

    private async Task<string[]> WholeAsync(SourceObjects plan, string[] names, CancellationToken cancellation)
    {
        string[] choice = [.. names.Where(n => !plan.IsWhole(n))];
        return choice.Length == 0
            ? []
            : await answers.AskListAsync(
                new(
                    $"source.{plan.Source}.full_load",
                    $"   Objects of {plan.Source} that are read whole each time, because nothing tells what changed (comma-separated, Enter for none)",
                    string.Empty,
                    AnswerRules.Each(AnswerRules.OneOf(choice))),
                cancellation) ?? [];
    }

    private async Task<string?> FieldAsync(SourceObjects plan, string[] names, string[] whole, CancellationToken cancellation)
    {
        string[] windowed = [.. names.Where(n => !plan.IsWhole(n) && !whole.Contains(n))];
        if (windowed.Length == 0)
        {
            return null;
        }

        string[] known = [.. windowed.Select(n => plan.KnownField(n)).OfType<string>().Distinct()];
        var needed = windowed.Any(plan.NeedsField);
        var enter = known.Length > 0 ? $"; Enter: as {plan.Connector.Title} has it, {string.Join(", ", known)}" : needed ? string.Empty : "; Enter for none";
        var field = await answers.AskAsync(
            new(
                $"source.{plan.Source}.incremental_field",
                $"5. Incremental field of {plan.Source} (e.g., updated_at{enter})",
                needed ? null : string.Empty,
                AnswerRules.Of(new ColumnNameAttribute())),
            cancellation);
        return string.IsNullOrEmpty(field) ? null : field;
    }

    private async Task<List<ObjectDraft>?> ObjectsAsync(
        SourceObjects plan, string[] names, string[] whole, string? field, CancellationToken cancellation)
    {
        List<ObjectDraft> objects = [];
        var complete = true;
        foreach (var name in names)
        {
            var full = whole.Contains(name) || plan.IsWhole(name);
            var id = $"object.{plan.Source}.{SourceObjects.NameOf(name)}";
            var parameters = await ParametersAsync(plan.Connector, id, new(plan.Given, StringComparer.Ordinal), (name, full), cancellation);
            var file = standIn is null ? null : await FileAsync(id, plan.Source, name, standIn, cancellation);
            complete &= parameters is not null && (file is not null || standIn is null);
            if (complete)
            {
                objects.Add(plan.Draft(name, parameters!, whole.Contains(name), field, file));
            }
        }

        return complete ? objects : null;
    }

    private async Task<string?> FileAsync(
        string id, string source, string name, Func<string, (string? Path, string? Problem)> found, CancellationToken cancellation) =>
        await answers.AskAsync(
            new($"{id}.file", $"   File that stands in for {name} of {source} on this machine (CSV, JSON, JSONL or Parquet)", null, text => found(text).Problem),
            cancellation) is { } file
            ? found(file).Path
            : null;

    /// <param name="of">The object whose parameters they are, and whether it is read whole; null for the source's.</param>
    private async Task<JsonObject?> ParametersAsync(
        Connector connector, string id, Dictionary<string, string> given, (string Name, bool Full)? of, CancellationToken cancellation)
    {
        JsonObject parameters = [];
        var complete = true;
        while (ConnectorQuestions.Next(connector, given, of is not null) is { } question)
        {
            var usual = question.Default ?? (question.Needed ? null : string.Empty);
            var further = of is { Full: false } && question.Parameter == connector.Window.Query ? Bounds : (Func<string, string?>)AnswerRules.Anything;
            var answer = await answers.AskAsync(
                new($"{id}.{question.Parameter}", $"   {question.Text}{(of is { } o ? $", of {o.Name}" : string.Empty)}", usual, AnswerRules.Parameter(connector, question, further))
                {
                    Words = question.Choices,
                },
                cancellation);
            complete &= answer is not null;
            given[question.Parameter] = answer ?? string.Empty;
            if (!string.IsNullOrEmpty(answer) && answer != question.Default)
            {
                parameters[question.Parameter] = AnswerRules.Value(question, answer);
            }
        }

        if (complete && of is { } one && connector.Passthrough)
        {
            complete = await FreeAsync(id, one, parameters, cancellation);
        }

        return complete ? parameters : null;
    }

    /// <summary>A connector that nothing is known of: the parameters of each object are the whole of <c>in:</c>.</summary>
    private async Task<bool> FreeAsync(string id, (string Name, bool Full) of, JsonObject parameters, CancellationToken cancellation)
    {
        var text = await answers.AskAsync(
            new(
                $"{id}.parameters",
                $"   Parameters of td_load's in: for {of.Name}, as {{key: value}}{(of.Full ? string.Empty : ", with ${window.from} and ${window.to} in them")}",
                of.Full ? "{}" : null,
                typed => Free(typed) ?? (of.Full ? null : Bounds(typed))),
            cancellation);
        foreach (var (key, value) in text is null ? [] : AnswerRules.Map(text))
        {
            parameters[key] = value?.DeepClone();
        }

        return text is not null;
    }

    private static string? Free(string text)
    {
        try
        {
            AnswerRules.Map(text);
            return null;
        }
        catch (FormatException ex)
        {
            return ex.Message;
        }
    }

    private static string? Bounds(string text) => ConnectorReview.HasBounds(text) ? null : ConnectorReview.NoBounds;
}
