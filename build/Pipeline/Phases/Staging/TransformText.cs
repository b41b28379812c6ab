using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Dialects;
using Cdp.Pipeline.Phases.Staging.Rules;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>The parts of a table's transformation that are computed, in the words of its engine; the template puts them together.</summary>
internal sealed class TransformText(StagingTable table)
{
    private readonly ISqlDialect _sql = table.Engine is SqlEngine.Hive ? new HiveDialect() : new PrestoDialect();

    public string Source => _sql.Table(table.SourceDatabase, table.UnionTable);

    public string Window => _sql.Table(table.StagingDatabase, table.WindowTable);

    /// <summary>The union's columns that are read, texts trimmed.</summary>
    public ImmutableArray<string> SourceColumns =>
    [
        .. table.Columns.Select(c => c.IsTrimmed
            ? As(_sql.Trim($"s.{_sql.Name(c.Source)}"), c.Source)
            : $"s.{_sql.Name(c.Source)}"),
    ];

    /// <summary>The row's origin as the window's table has it; an expression of the row, so that the join is one of equals.</summary>
    public string Origin => table.HasOrigin
        ? $"COALESCE(s.{_sql.Name("record_origin")}, 'inc')"
        : $"CASE WHEN s.{_sql.Name("time")} IS NOT NULL THEN 'all' END";

    public string Time => _sql.Name("time");

    public string WindowOrigin => _sql.Name("origin");

    public string Low => _sql.Name("lo");

    public string High => _sql.Name("hi");

    /// <summary>Three lists of <c>expression AS "name"</c>; each reads the one before.</summary>
    public ImmutableArray<ImmutableArray<string>> Layers
    {
        get
        {
            var printer = new RulePrinter(_sql);
            return
            [
                .. Enumerable.Range(1, RulePrinter.Layers).Select(layer => table.Columns
                    .SelectMany(c => printer.Expressions(c, layer)).Select(e => As(e.Expression, e.Name)).ToImmutableArray()),
            ];
        }
    }

    public string SourceSystem => As(_sql.Text(table.SourceSystem), "source_system");

    public string LoadTimestamp => As("'${session_local_time}'", "load_timestamp");

    public ImmutableArray<string> OutputNames => [.. table.Outputs.Kept.Select(o => _sql.Name(o.Name))];

    public ImmutableArray<string> JoinSelects =>
        [.. table.Joins.SelectMany((j, n) => j.Columns.Select(c => As($"j{n + 1}.{_sql.Name(c.There)}", c.Here.Name)))];

    public ImmutableArray<string> JoinClauses => [.. table.Joins.Select(JoinClause)];

    /// <summary>A fingerprint of what the source said, whatever its time of load.</summary>
    public string RowHash => As(
        _sql.Sha256(_sql.JsonOf(table.Columns.Where(c => c.Class is not ColumnClass.Keep).Select(c => AsText(c.Value)))), "rowhash");

    /// <summary>One text per key, NULLs and separators told apart; rows without a key stand for themselves.</summary>
    public string KeyHash => As(
        $"CASE WHEN {AllKeysNull} THEN concat('row:', {_sql.Name("rowhash")})\n  ELSE {_sql.Sha256(_sql.JsonOf(Keys.Select(k => KeyText(k))))} END",
        "keyhash");

    public string AllKeysNull => string.Join(" AND ", Keys.Select(k => $"{_sql.Name(k)} IS NULL"));

    public bool DropsNullKeys => table.Dedupe?.NullKeys is NullKeys.Drop;

    /// <summary>The place of a row among those of its key.</summary>
    public string Rank => As($"ROW_NUMBER() OVER (PARTITION BY {_sql.Name("keyhash")} ORDER BY {UpsertText.Order(table, _sql)})", "key_rank");

    public string IsFirst => $"{_sql.Name("key_rank")} = 1";

    private ImmutableArray<string> Keys => table.Dedupe?.Keys ?? [];

    private string As(string expression, string name) =>
        expression == _sql.Name(name) ? expression : $"{expression} AS {_sql.Name(name)}";

    private string AsText(OutputColumn output) => output.Type.StartsWith("array", StringComparison.Ordinal)
        ? _sql.Serialised(_sql.Name(output.Name), output.Type)
        : _sql.ToText(_sql.Name(output.Name), output.Type);

    private string KeyText(string key) =>
        AsText(table.Outputs.Kept.FirstOrDefault(o => o.Name == key) ?? new OutputColumn(key, "varchar", OutputRole.Value));

    private string JoinClause(JoinPlan join, int number)
    {
        var there = join.On.Select(o => _sql.Name(o.There)).ToList();
        var columns = join.Columns.Select(c => _sql.Name(c.There)).Distinct().ToList();
        var on = string.Join(" AND ", join.On.Select(o => $"j{number + 1}.{_sql.Name(o.There)} = h.{_sql.Name(o.Here)}"));
        var rank = $"ROW_NUMBER() OVER (PARTITION BY {string.Join(", ", there)} ORDER BY {_sql.Name("time")} DESC, {string.Join(", ", columns)})";
        return $"""
            LEFT JOIN (
              SELECT
                {string.Join(",\n    ", there.Union(columns).Append($"{rank} AS {_sql.Name("newest")}"))}
              FROM {_sql.Table(join.Database, join.Table)}
            ) j{number + 1} ON {on} AND j{number + 1}.{_sql.Name("newest")} = 1
            """;
    }
}
