using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Setup;

/// <summary>The draft as <c>pipeline.yml</c>, with a word on what each block is for; defaults are left out where they say nothing.</summary>
/// <param name="schema">From the folder of the file.</param>
internal sealed class DraftText(Draft draft, string schema)
{
    private const int Wide = 100;
    private const int Comment = 44;

    private readonly StringBuilder _text = new();
    private readonly YamlText _yaml = new(live: true);

    public string Whole()
    {
        Line($"# yaml-language-server: $schema={schema}");
        Line($"# The pipeline of {draft.Global.Client}, begun with ./build.sh --target=Init. Every key is explained in the README.");
        Line();
        Line($"client: {draft.Global.Client}".PadRight(Comment) + "# prefix of every database and table");
        Line($"platform: {draft.Global.Platform}".PadRight(Comment) + "# local = Treasure Data in a box on this machine; treasure_data = the real one");
        Line($"region: {draft.Global.Region}");
        Ingestion();
        HistUnion();
        Staging();
        Unification();
        StandIns();
        return _text.ToString();
    }

    private void Ingestion()
    {
        Block("Phase 1: load each source, its history once and its changes since then", "ingestion");
        Line($"  mode: {draft.Ingestion.Mode}");
        Option("start_date", draft.Ingestion.Start, null);
        Option("end_date", draft.Ingestion.End, null);
        if (draft.Ingestion.End is not null)
        {
            Line("  date_range: month".PadRight(Comment) + "# history is loaded in pieces of: day, week, month, quarter, year, none");
        }

        Option("target_database", draft.Ingestion.Database, $"{draft.Global.Client}_src");
        Line("  sources:");
        foreach (var source in draft.Ingestion.Sources)
        {
            Source(source);
        }
    }

    private void Source(SourceDraft source)
    {
        Line($"    - source_name: {source.Name}");
        Line($"      connector: {source.Connector.Type}".PadRight(Comment) + $"# {source.Connector.Docs}");
        string[] more = [.. source.Connector.Parameters.Where(p => IsMore(source, p.Key, p.Value)).Select(p => p.Key)];
        if (more.Length > 0)
        {
            Line($"      # further parameters, if you need them: {string.Join(", ", more)}");
        }

        Parameters(source.Parameters, 6);
        if (source.Field is { } field)
        {
            Line($"      incremental_field: {field}");
        }

        Line("      objects:");
        foreach (var o in source.Objects)
        {
            Line($"        - name: {_yaml.Scalar(o.Name)}");
            if (o.SaysFull)
            {
                Line("          load: full".PadRight(Comment) + "# read whole each time");
            }

            Parameters(o.Parameters, 10);
        }
    }

    private static bool IsMore(SourceDraft source, string key, ConnectorParameter parameter) =>
        parameter is { Secret: false, FromObject: false } && !source.Parameters.ContainsKey(key) && source.Objects.All(o => !o.Parameters.ContainsKey(key));

    private void Parameters(JsonObject parameters, int indent)
    {
        if (parameters.Count > 0)
        {
            var blanks = new string(' ', indent);
            Line($"{blanks}parameters:");
            Line($"{blanks}  {_yaml.Block(parameters, indent + 2)}");
        }
    }

    private void HistUnion()
    {
        Block("Phase 2: one table per object from history and increments", "hist_union");
        if (draft.Combined is { } tables)
        {
            Words("  tables", tables);
        }

        Line("  parallel: 3".PadRight(Comment) + "# tables at a time");
    }

    private void Staging()
    {
        Block("Phase 3: clean, typed tables; rules for columns are found by name and type", "staging");
        Line($"  engine: {draft.Staging.Engine}");
        Option("target_database", draft.Staging.Database, $"{draft.Global.Client}_stg");
        Line($"  country: {_yaml.Scalar(draft.Staging.Country)}".PadRight(Comment) + "# of phone numbers that are written without one");
        Line("  tables:");
        foreach (var table in draft.Tables)
        {
            Line($"    - name: {_yaml.Scalar(table)}");
            if (draft.Staging.Records.TryGetValue(table, out var keys))
            {
                var changed = draft.Ingestion.Sources.SelectMany(s => s.Objects).First(o => o.Table == table).Changed;
                Line($"      dedupe: {{ keys: [{string.Join(", ", keys)}]{(changed is null ? string.Empty : $", order_by: {changed}")} }}");
            }
        }
    }

    private void Unification()
    {
        Block("Phase 4: records become persons", "unification");
        Line($"  name: {draft.Unification.Name}");
        Line($"  id_method: {draft.Unification.IdMethod}");
        Line($"  update_strategy: {draft.Unification.UpdateStrategy}");
        Option("target_database", draft.Unification.Database, $"{draft.Global.Client}_unif");
        Words("  keys", draft.Unification.Keys);
        Line("  tables:");
        foreach (var table in draft.Unification.Tables)
        {
            Line($"    - name: {_yaml.Scalar(table.Table)}");
            if (!table.Columns.IsEmpty)
            {
                Line("      key_columns:");
                foreach (var (key, column) in table.Columns)
                {
                    Line($"        - {{ column: {column}, key: {key} }}");
                }
            }
        }
    }

    private void StandIns()
    {
        if (!draft.IsLocal)
        {
            return;
        }

        Block("Only for platform: local: files that stand in for the sources, from the folder of this file", "local");
        Line("  sources:");
        foreach (var source in draft.Ingestion.Sources)
        {
            Line($"    {_yaml.Scalar(source.Name)}:");
            foreach (var o in source.Objects)
            {
                Line($"      {_yaml.Scalar(o.Name)}: {_yaml.Scalar(o.File)}");
            }
        }
    }

    private void Block(string title, string key)
    {
        Line();
        Line($"# ---- {title} ".PadRight(Wide - 2, '-'));
        Line($"{key}:");
    }

    private void Option(string key, string? value, string? usual)
    {
        if (value is not null && value != usual)
        {
            Line($"  {key}: {(value.Contains('T', StringComparison.Ordinal) ? value : _yaml.Scalar(value))}");
        }
    }

    private void Words(string key, IEnumerable<string> words) => Line($"{key}: [{string.Join(", ", words.Select(w => _yaml.Scalar(w)))}]");

    private void Line(string text = "") => _text.Append(CultureInfo.InvariantCulture, $"{text}\n");
}
