using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Phases.Unification;

namespace Cdp.Pipeline.Identities;

/// <summary>An explanation for people: as sentences, as a small graph (Mermaid, Graphviz), as JSON.</summary>
internal sealed class ExplanationText(IdentityPlan plan)
{
    /// <summary>A graph with more records than this helps nobody; then only those on the way are drawn.</summary>
    private const int MostDrawn = 40;

    public string Sentences(Explanation found)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Name(found.Asked)} is of the person {found.Id}: {found.Identifiers:N0} identifiers in {found.Records.Length:N0} combinations.");
        text.AppendLine(found.Path.IsEmpty
            ? "It leads that person: its id is made of this value."
            : $"{Name(found.Leader)} leads that person. How it got there:");
        text.AppendLine();
        foreach (var link in found.Path)
        {
            text.AppendLine($"  {Name(link.From)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"    stands beside {Name(link.To)} in {link.By.Source}, first on {Day(link.By.FirstSeen)}");
        }

        text.AppendLine($"  {Name(found.Leader)}  (leads)").AppendLine();
        foreach (var record in found.Records.Take(MostDrawn))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  [{record.Source} {Day(record.FirstSeen)}] {string.Join(" — ", record.Keys.Select(Name))}");
        }

        if (found.Records.Length > MostDrawn)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  … and {found.Records.Length - MostDrawn:N0} more combinations.");
        }

        return text.ToString();
    }

    /// <summary>Identifiers as ellipses, records as boxes, the way in bold.</summary>
    public string Mermaid(Explanation found)
    {
        var drawn = new Drawing(found);
        var text = new StringBuilder("graph LR\n");
        foreach (var (identifier, n) in drawn.Identifiers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  k{n}([\"{Plain(Name(identifier))}\"])\n");
        }

        foreach (var (record, n) in drawn.Records)
        {
            text.Append(CultureInfo.InvariantCulture, $"  r{n}[\"{Plain(record.Source)}<br/>{Day(record.FirstSeen)}\"]\n");
        }

        foreach (var (k, r, isOnTheWay) in drawn.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"  k{k} {(isOnTheWay ? "===" : "---")} r{r}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"  style k{drawn.Leader} stroke-width:4px\n").ToString();
    }

    public string Dot(Explanation found)
    {
        var drawn = new Drawing(found);
        var text = new StringBuilder("graph person {\n");
        foreach (var (identifier, n) in drawn.Identifiers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  k{n} [label=\"{Escaped(Name(identifier))}\"{(n == drawn.Leader ? ", penwidth=3" : string.Empty)}];\n");
        }

        foreach (var (record, n) in drawn.Records)
        {
            text.Append(CultureInfo.InvariantCulture, $"  r{n} [shape=box, label=\"{Escaped(record.Source)}\\n{Day(record.FirstSeen)}\"];\n");
        }

        foreach (var (k, r, isOnTheWay) in drawn.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"  k{k} -- r{r}{(isOnTheWay ? " [penwidth=3]" : string.Empty)};\n");
        }

        return text.Append("}\n").ToString();
    }

    public JsonObject Json(Explanation found) => new()
    {
        ["id"] = found.Id,
        ["asked"] = Json(found.Asked),
        ["leader"] = Json(found.Leader),
        ["identifiers"] = found.Identifiers,
        ["path"] = new JsonArray([.. found.Path.Select(l => new JsonObject { ["from"] = Json(l.From), ["record"] = Json(l.By), ["to"] = Json(l.To) })]),
        ["records"] = new JsonArray([.. found.Records.Select(Json)]),
    };

    public string Name(Identifier identifier) => $"{identifier.Value} ({Key(identifier)})";

    private string Key(Identifier identifier) => plan.Keys.First(k => k.Type == identifier.Type).Name;

    private JsonObject Json(Identifier identifier) => new() { ["key"] = Key(identifier), ["value"] = identifier.Value };

    private JsonObject Json(IdentityRecord record) => new()
    {
        ["table"] = record.Source,
        ["first_seen"] = record.FirstSeen,
        ["keys"] = new JsonArray([.. record.Keys.Select(Json)]),
    };

    private static string Day(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>What is drawn, with numbers.</summary>
    private sealed class Drawing
    {
        public Drawing(Explanation found)
        {
            var way = found.Path.Select(l => l.By).ToList();
            Records = [.. (found.Records.Length > MostDrawn ? way.Distinct() : found.Records).Select((r, n) => (r, n))];
            Identifiers = [.. Records.SelectMany(r => r.Record.Keys).Append(found.Asked).Append(found.Leader).Distinct().Select((k, n) => (k, n))];
            var numbers = Identifiers.ToDictionary(k => k.Key, k => k.Number);
            var bold = found.Path.SelectMany(l => new[] { (l.By, l.From), (l.By, l.To) }).ToHashSet();
            Lines = [.. Records.SelectMany(r => r.Record.Keys.Distinct().Select(k => (numbers[k], r.Number, bold.Contains((r.Record, k)))))];
            Leader = numbers[found.Leader];
        }

        public ImmutableArray<(Identifier Key, int Number)> Identifiers { get; }

        public ImmutableArray<(IdentityRecord Record, int Number)> Records { get; }

        public ImmutableArray<(int Key, int Record, bool IsOnTheWay)> Lines { get; }

        public int Leader { get; }
    }
}
