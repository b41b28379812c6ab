using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Scriban.Runtime;

namespace Cdp.Pipeline.Templating;

/// <summary>What templates may call, as <c>{{ table | sql_name }}</c>. Everything from the configuration goes through one of them.</summary>
internal sealed class TemplateFunctions : ScriptObject
{
    public TemplateFunctions()
    {
        this.Import("sql_name", new Func<string, string>(Quoting.SqlName));
        this.Import("sql_names", new Func<IEnumerable, string>(names => Joined(names, Quoting.SqlName)));
        this.Import("sql_text", new Func<string, string>(Quoting.SqlText));
        this.Import("sql_texts", new Func<IEnumerable, string>(texts => Joined(texts, Quoting.SqlText)));
        this.Import("hive_name", new Func<string, string>(Quoting.HiveName));
        this.Import("hive_names", new Func<IEnumerable, string>(names => Joined(names, Quoting.HiveName)));
        this.Import("hive_text", new Func<string, string>(Quoting.HiveText));
        this.Import("hive_texts", new Func<IEnumerable, string>(texts => Joined(texts, Quoting.HiveText)));
        this.Import("digdag", new Func<string, string>(Quoting.Digdag));
        this.Import("yaml", new Func<object?, string>(new YamlText(live: false).Scalar));
        this.Import("yaml_live", new Func<object?, string>(new YamlText(live: true).Scalar));
        this.Import("yaml_block", new Func<JsonNode?, int, string>(new YamlText(live: false).Block));
        this.Import("yaml_block_live", new Func<JsonNode?, int, string>(new YamlText(live: true).Block));
        this.Import("json", new Func<object?, string>(value => JsonSerializer.Serialize(value)));
        this.Import("markdown", new Func<string, string>(Markdown));
        IsReadOnly = true;
    }

    private static string Joined(IEnumerable items, Func<string, string> quote) =>
        string.Join(", ", items.Cast<string>().Select(quote));

    /// <summary>Text for a cell of a table.</summary>
    private static string Markdown(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
