using System.Text.RegularExpressions;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Operations;

/// <summary>
/// Tables that the generated files make or fill. Only what stands where a table does is taken for one: objects, columns and
/// words of comments have names that a table of somebody else may have too.
/// </summary>
internal sealed partial class MadeTables
{
    private static readonly string[] _endings = ["__new", "__load"];

    private readonly HashSet<TableName> _qualified = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public MadeTables(FileStore files, Workspace workspace)
    {
        foreach (var folder in PhaseNames.All.Select(workspace.Folder).Where(files.FolderExists))
        {
            foreach (var file in files.List(folder).Where(f => Path.GetExtension(f) is ".sql" or ".dig" or ".yml"))
            {
                Read(files.ReadText(Path.Combine(folder, file)), isSql: Path.GetExtension(file) is ".sql");
            }
        }
    }

    public bool Contains(TableName table) => _qualified.Contains(table) || _named.Contains(table.Table)
        || _endings.Any(e => table.Table.EndsWith(e, StringComparison.Ordinal)
            && Contains(table with { Table = table.Table[..^e.Length] }));

    private void Read(string text, bool isSql)
    {
        foreach (Match match in Qualified().Matches(text))
        {
            _qualified.Add(new(match.Groups["database"].Value, match.Groups["table"].Value));
        }

        foreach (Match line in isSql ? [] : (IEnumerable<Match>)Place().Matches(text))
        {
            foreach (Match name in Name().Matches(Placeholder().Replace(line.Groups["names"].Value, string.Empty)))
            {
                _named.Add(name.Value);
            }
        }
    }

    /// <summary>In SQL, or in SQL that is a text of YAML.</summary>
    [GeneratedRegex(@"\\?""(?<database>[a-z0-9_]+)\\?""\.\\?""(?<table>[a-z0-9_]+)\\?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Qualified();

    /// <summary>Keys of workflows and their settings whose values are tables.</summary>
    [GeneratedRegex(
        @"^ *(?:- )?(?:\w+_)?(?:table|tbl|tables|table_name|target|published|insert_into|from|to): *(?<names>\S.*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    /// <summary>What digdag fills in, with what is written against it.</summary>
    [GeneratedRegex(@"\$\{[^}]*\}\w*")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![\w.])[a-z0-9_]{3,}(?![\w.:])")]
    private static partial Regex Name();
}
