using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Setup;

/// <summary>The seed's pre-flight: global settings, then phase by phase, in its words and numbers.</summary>
internal sealed class Interview(Answers answers, SetupParts parts)
{
    private static readonly Func<string, string?> _database = AnswerRules.Of(new TableNameAttribute());
    private static readonly Func<string, string?> _column = AnswerRules.Of(new ColumnNameAttribute());
    private static readonly Func<string, string?> _unification = AnswerRules.Of(new UnificationNameAttribute());

    /// <exception cref="PipelineException">What is missing or wrong where nobody is, all at once.</exception>
    public async Task<Draft> AskAsync(CancellationToken cancellation)
    {
        var global = await GlobalAsync(cancellation);
        var ingestion = await IngestionAsync(global, cancellation);
        var draft = global.Client.Length == 0 || ingestion is null ? null : await TablesAsync(global, ingestion, cancellation);
        answers.ThrowIfIncomplete();
        return draft!;
    }

    /// <returns>The client is empty when it is not known.</returns>
    private async Task<GlobalDraft> GlobalAsync(CancellationToken cancellation)
    {
        answers.Say("\n## Global Configuration");
        var platform = await answers.WordAsync("platform", "1. Where it runs (local: on this machine, or treasure_data)", PlatformKind.Local, cancellation);
        if (platform != "local")
        {
            answers.Say(SetupTexts.ApiKey(parts.ApiKey));
        }

        var region = await answers.WordAsync("region", "2. Region of the Treasure Data account (us, eu01, tokyo, ap02, ap03)", Region.Us, cancellation);
        var client = await answers.AskAsync(new("client", "3. Client name (e.g., mck, acme)", null, Client), cancellation);
        return new(client ?? string.Empty, platform, region);
    }

    /// <returns>Null when something is not known.</returns>
    private async Task<IngestionDraft?> IngestionAsync(GlobalDraft global, CancellationToken cancellation)
    {
        answers.Say("\n## Phase 1: Ingestion Configuration");
        var names = await answers.AskListAsync(
            new("sources", "1. Source name (e.g., shopify, salesforce; several with commas between)", null, AnswerRules.Each(AnswerRules.Of(new PartNameAttribute()))),
            cancellation);
        var interview = new SourceInterview(answers, parts.Connectors, global.Platform == "local" ? parts.StandIn : null);
        List<SourceDraft?> sources = [];
        foreach (var name in names ?? [])
        {
            sources.Add(await interview.AskAsync(name, cancellation));
        }

        answers.Say("\n**Settings:**");
        var mode = await answers.WordAsync("mode", "4. Ingestion mode (incremental/historical/both)", IngestionMode.Both, cancellation);
        var hasHistory = mode != "incremental";
        var start = await MomentAsync("start_date", "6. Start date (YYYY-MM-DDTHH:MM:SS.000000)", hasHistory ? null : string.Empty, AnswerRules.Moment, cancellation);
        var end = hasHistory
            ? await MomentAsync("end_date", "   End of history, not included; from here on the increments take over", Today(), AnswerRules.After(start), cancellation)
            : null;
        var database = await answers.AskAsync(new("source_database", "7. Target database", $"{global.Client}_src", _database), cancellation);
        return names is null || sources.Contains(null) || (start is null && hasHistory)
            ? null
            : new(mode, start, end, database!, [.. sources.OfType<SourceDraft>()]);
    }

    private async Task<Draft> TablesAsync(GlobalDraft global, IngestionDraft ingestion, CancellationToken cancellation)
    {
        answers.Say($"\n## Phase 2: Hist-Union Configuration\n\n**Tables to combine** (from ingestion output):\n{Listed(ingestion.Tables)}");
        var combined = await SomeAsync("hist_union_tables", "Your tables (comma-separated)", [.. ingestion.Tables], cancellation);
        string[] tables = [.. combined ?? [.. ingestion.Tables]];
        return new(
            global,
            ingestion,
            combined,
            await StagingAsync(global.Client, tables, cancellation),
            await UnificationAsync(global.Client, tables, cancellation));
    }

    private async Task<StagingDraft> StagingAsync(string client, string[] tables, CancellationToken cancellation)
    {
        answers.Say("\n## Phase 3: Staging Configuration\n\nTables will be auto-detected from hist-union output.");
        var engine = await answers.WordAsync("engine", "1. SQL engine (presto/hive)", SqlEngine.Presto, cancellation);
        var database = await answers.AskAsync(new("staging_database", "2. Target database", $"{client}_stg", _database), cancellation);
        var country = await answers.AskAsync(
            new("country", "   Country of phone numbers that are written without one (e.g., US, DE, or a calling code)", "US", AnswerRules.Of<StagingConfig>(nameof(StagingConfig.Country))),
            cancellation);
        var records = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var columns = await answers.AskListAsync(
                new($"table.{table}.record", $"   Columns that name a record of {table}: of each the newest row is kept (e.g., id; Enter keeps every row)", string.Empty, AnswerRules.Each(_column)),
                cancellation);
            if (columns is { Length: > 0 })
            {
                records[table] = [.. columns];
            }
        }

        return new(engine, database!, country!, records.ToImmutable());
    }

    private async Task<UnificationDraft> UnificationAsync(string client, string[] tables, CancellationToken cancellation)
    {
        answers.Say("\n## Phase 4: Unification Configuration");
        var name = await answers.AskAsync(new("unification_name", "1. Unification name (e.g., customer_360)", "customer_360", _unification), cancellation);
        var method = await answers.WordAsync("id_method", "2. ID method (persistent_id/canonical_id)", IdMethod.PersistentId, cancellation);
        var strategy = await answers.WordAsync("update_strategy", "3. Update strategy (incremental/full)", UpdateStrategy.Incremental, cancellation);
        var database = await answers.AskAsync(new("unification_database", "   Target database", $"{client}_unif", _database), cancellation);
        var keys = await answers.AskListAsync(
            new("keys", "   Keys that tell a person, the most trusted first (comma-separated)", "email, phone", AnswerRules.Each(_unification)), cancellation);
        answers.Say($"\nTables will be auto-detected from staging output:\n{Listed(tables)}");
        var unified = await SomeAsync("unified_tables", "   Tables whose rows are persons' (comma-separated)", tables, cancellation);
        return new(name!, method, strategy, database!, [.. keys!], await UnifiedAsync(unified ?? [.. tables], keys!, cancellation));
    }

    private async Task<ImmutableArray<UnifiedDraft>> UnifiedAsync(ImmutableArray<string> tables, string[] keys, CancellationToken cancellation)
    {
        var unified = ImmutableArray.CreateBuilder<UnifiedDraft>();
        foreach (var table in tables)
        {
            var pairs = await answers.AskListAsync(
                new(
                    $"table.{table}.keys",
                    $"   Keys in {table} (KEY=COLUMN, comma-separated, e.g., email=email_std; Enter: the columns that are called as a key)",
                    string.Empty,
                    AnswerRules.KeyColumns(keys)),
                cancellation);
            unified.Add(new(table, [.. (pairs ?? []).Select(AnswerRules.KeyColumn)]));
        }

        return unified.ToImmutable();
    }

    private static string? Client(string text) =>
        AnswerRules.Of(new ClientNameAttribute())(text)
        ?? (ReferenceRules.IsNobodysName(text) ? $"'{text}' is nobody's name. Write the client's own; it becomes part of every database." : null);

    /// <returns>Null for all of them.</returns>
    private async Task<ImmutableArray<string>?> SomeAsync(string id, string text, string[] tables, CancellationToken cancellation)
    {
        var chosen = await answers.AskListAsync(new(id, text, "all", Some), cancellation);
        return chosen is null or ["all"] || tables.All(chosen.Contains) ? null : [.. tables.Where(chosen.Contains)];

        string? Some(string typed) => typed == "all" ? null : AnswerRules.Each(AnswerRules.OneOf(tables))(typed);
    }

    private async Task<string?> MomentAsync(string id, string text, string? usual, Func<string, string?> problem, CancellationToken cancellation) =>
        await answers.AskAsync(new(id, text, usual, problem), cancellation) is { Length: > 0 } moment ? AnswerRules.WholeMoment(moment) : null;

    private string Today() => parts.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'00:00:00.000000", CultureInfo.InvariantCulture);

    private static string Listed(IEnumerable<string> tables) => string.Join('\n', tables.Select(t => $"- {t}"));
}
