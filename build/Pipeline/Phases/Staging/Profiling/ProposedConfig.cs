using System.Collections.Immutable;
using Cdp.Yaml;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <param name="Text">The file with the proposals and <c>profile: false</c>; all else byte for byte.</param>
/// <param name="Left">Proposals for tables to which no lines can be added: those in braces, or shared by an anchor.</param>
internal sealed record ProposedConfig(string Text, ImmutableArray<ColumnProposal> Left)
{
    /// <param name="environment">The overlay in force.</param>
    /// <param name="tables">All staging tables, for a file that names none: naming one would leave out the others.</param>
    /// <returns>Null when the file does not say <c>profile: true</c> (any more), or nothing can be added without changing something else.</returns>
    public static ProposedConfig? Of(
        string text, string environment, IReadOnlyList<string> tables, ImmutableArray<ColumnProposal> proposals)
    {
        var off = SwitchedOff(text, environment);
        var named = off is null || proposals.IsEmpty ? off : WithTables(off, environment, tables);
        return (off, named) switch
        {
            (null, _) => null,
            (_, null) => new(off, proposals),
            _ => WithColumns(named, environment, proposals),
        };
    }

    private static string? SwitchedOff(string text, string environment)
    {
        if (ConfigDraft.Of(text) is not { } draft)
        {
            return null;
        }

        var on = Stagings(draft.Root, environment).Where(s => s.Map["profile"] is YamlScalar { IsPlain: true, Text: "true" }).ToArray();
        foreach (var (path, map) in on)
        {
            draft.Replace((YamlScalar)map["profile"]!, "false");
            draft.Expect(path + "/profile", "false");
        }

        return on.Length > 0 ? draft.Text() : null;
    }

    private static string? WithTables(string text, string environment, IReadOnlyList<string> tables)
    {
        var draft = ConfigDraft.Of(text)!;
        var stagings = Stagings(draft.Root, environment).ToArray();
        if (stagings.Any(s => s.Map["tables"] is YamlSequence))
        {
            return text;
        }

        var (path, map) = stagings.First(s => s.Map["profile"] is not null);
        var profile = map.Entries.First(e => e.Key is YamlScalar { Text: "profile" }).Key.Position;
        if (draft.IsFlow(map))
        {
            return null;
        }

        var indent = new string(' ', profile.Column - 1);
        draft.Insert(profile.Line, [$"{indent}tables:", .. tables.Select(t => $"{indent}  - name: {t}")]);
        for (var n = 0; n < tables.Count; n++)
        {
            draft.Expect($"{path}/tables/{n}/name", tables[n]);
        }

        return draft.Text();
    }

    private static ProposedConfig WithColumns(string text, string environment, ImmutableArray<ColumnProposal> proposals)
    {
        var left = ImmutableArray.CreateBuilder<ColumnProposal>();
        foreach (var table in proposals.GroupBy(p => p.Table, StringComparer.Ordinal))
        {
            if (WithColumns(text, environment, table.Key, [.. table]) is { } added)
            {
                text = added;
            }
            else
            {
                left.AddRange(table);
            }
        }

        return new(text, left.ToImmutable());
    }

    /// <returns>Null when the table is written so that lines cannot be added.</returns>
    private static string? WithColumns(string text, string environment, string table, ImmutableArray<ColumnProposal> proposals)
    {
        var draft = ConfigDraft.Of(text)!;
        var found = Stagings(draft.Root, environment)
            .Select(s => (s.Path, List: s.Map["tables"] as YamlSequence))
            .SelectMany(s => (s.List?.Items ?? []).Select((item, n) => (Path: $"{s.Path}/tables/{n}", s.List, Item: item)))
            .FirstOrDefault(i => NameOf(i.Item)?.Text == table);
        if (found.Item is null || draft.IsFlow(found.List!) || draft.IsFlow(found.Item) || NameOf(found.Item) is not { } name)
        {
            return null;
        }

        var columns = (found.Item as YamlMapping)?.Entries.FirstOrDefault(e => e.Key is YamlScalar { Text: "columns" });
        if (columns is { Value: YamlMapping { Entries.IsEmpty: false } given } && !draft.IsFlow(given))
        {
            draft.Insert(columns.Key.Position.Line, ProposalLines.Of(proposals, given.Position.Column - 1));
        }
        else if (columns is { Value: YamlScalar { Text: "" } })
        {
            draft.Insert(columns.Key.Position.Line, ProposalLines.Of(proposals, columns.Key.Position.Column + 1));
            draft.Expect(found.Path + "/columns", null);
        }
        else if (columns is null)
        {
            var indent = found.Item.Position.Column - 1;
            draft.Insert(name.Position.Line, [new string(' ', indent) + "columns:", .. ProposalLines.Of(proposals, indent + 2)]);
        }
        else
        {
            return null;
        }

        if (found.Item is YamlScalar)
        {
            draft.Replace(name, $"name: {name.Text}");
            draft.Expect(found.Path, null);
            draft.Expect(found.Path + "/name", name.Text);
        }

        foreach (var (path, value) in proposals.SelectMany(ProposalLines.Leaves))
        {
            draft.Expect($"{found.Path}/columns/{path}", value);
        }

        return draft.Text();
    }

    private static YamlScalar? NameOf(YamlNode table) => table as YamlScalar ?? (table as YamlMapping)?["name"] as YamlScalar;

    /// <summary>What the file says for all, and what the environment says on top.</summary>
    private static IEnumerable<(string Path, YamlMapping Map)> Stagings(YamlMapping root, string environment)
    {
        if (root["staging"] is YamlMapping shared)
        {
            yield return ("/staging", shared);
        }

        if (((root["environments"] as YamlMapping)?[environment] as YamlMapping)?["staging"] is YamlMapping own)
        {
            yield return ($"/environments/{environment}/staging", own);
        }
    }
}
