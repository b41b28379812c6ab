using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Rules;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Decides each column's class, options and outputs from the described union table and the configuration.</summary>
/// <param name="compared">Cleaned columns whose values are compared with others': keys of rows, of joins, of persons.</param>
internal sealed class ColumnPlanner(StagingConfig phase, StagingTableConfig table, IReadOnlySet<string> compared)
{
    private const int MaxName = 128;

    /// <summary>What hist-union adds for its own reruns means nothing to a reader.</summary>
    private static readonly HashSet<string> _left = ["union_batch_id", "load_batch_id"];

    private static readonly StagingColumnConfig _nothingSaid = new();

    private readonly HashSet<string> _names = ["source_system", "load_timestamp", "rowhash", "keyhash"];

    public ImmutableArray<ColumnPlan> Plan(IReadOnlyList<ColumnDescription> columns)
    {
        var kept = columns.Where(c => !_left.Contains(c.Name) && !Said(c.Name).Drop).ToList();
        var values = kept.Select(c => Unique(Said(c.Name).Rename ?? c.Name)).ToList();
        return [.. kept.Select((column, i) => PlanColumn(column, values[i]))];
    }

    private ColumnPlan PlanColumn(ColumnDescription column, string name)
    {
        var said = Said(column.Name);
        var found = said.Rule ?? ColumnClassifier.Classify(column.Name, column.Type);
        return new(column.Name, column.Type, found, Options(column, said), [.. Outputs(found, column, name, said)]);
    }

    private IEnumerable<OutputColumn> Outputs(
        ColumnClass found, ColumnDescription column, string name, StagingColumnConfig said)
    {
        yield return new(name, ValueType(found, column.Type), OutputRole.Value);
        foreach (var (suffix, type, role) in Derived(found))
        {
            yield return new(Unique(name + suffix), type, role);
        }

        foreach (var key in found is ColumnClass.Json ? said.Keys : [])
        {
            var list = key.EndsWith("[]", StringComparison.Ordinal);
            var path = key.TrimEnd('[', ']').Split('.');
            yield return list
                ? new(JsonName(name, path), "array(varchar)", OutputRole.JsonList, [.. path])
                : new(JsonName(name, path), "varchar", OutputRole.JsonText, [.. path]);
        }
    }

    private static IEnumerable<(string Suffix, string Type, OutputRole Role)> Derived(ColumnClass found) => found switch
    {
        ColumnClass.Email or ColumnClass.Phone =>
        [
            ("_std", "varchar", OutputRole.Standard),
            ("_hash", "varchar", OutputRole.Hash),
            ("_valid", "varchar", OutputRole.Valid),
        ],
        ColumnClass.Date =>
        [
            ("_std", "varchar", OutputRole.Standard),
            ("_unixtime", "bigint", OutputRole.Unixtime),
            ("_date", "varchar", OutputRole.DateText),
        ],
        _ => [],
    };

    private static string ValueType(ColumnClass found, string type) => found switch
    {
        ColumnClass.Numeric when type is "bigint" or "integer" or "int" => "bigint",
        ColumnClass.Numeric => "double",
        ColumnClass.Keep when type is "bigint" or "double" => type,
        ColumnClass.Array => type,
        _ => "varchar",
    };

    private ColumnOptions Options(ColumnDescription column, StagingColumnConfig said) => new()
    {
        NullTokens = said.NullTokens ?? phase.NullTokens,
        Case = said.Case ?? (ColumnClassifier.IsIdentifier(column.Name) || compared.Contains(said.Rename ?? column.Name) ? TextCase.Preserve : phase.Case),
        DateForms = [.. said.Formats.Select(DateForm.Parse)],
        DayFirst = said.DayFirst ?? phase.DayFirst,
        DecimalComma = said.DecimalComma ?? phase.DecimalComma,
        Hash = phase.Hash,
        Phone = phase.Phone,
        CallingCode = CallingCodes.Find(said.Country ?? phase.Country),
        InvalidEmails = phase.InvalidEmails,
        Round = said.Round is -1 ? null : said.Round ?? (IsText(column.Type) ? 2 : null),
    };

    private static bool IsText(string type) => type.StartsWith("varchar", StringComparison.Ordinal);

    private StagingColumnConfig Said(string column) => table.Columns.GetValueOrDefault(column, _nothingSaid);

    private string JsonName(string column, string[] path)
    {
        var words = path.Select(k => string.Concat(k.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')));
        var name = string.Join('_', words.Prepend(column).Select(w => w.Trim('_')).Where(w => w.Length > 0));
        return Unique(name);
    }

    /// <summary>A name that is taken gets a number: <c>email_std__2</c>; none is longer than a name may be.</summary>
    private string Unique(string name)
    {
        var unique = Shortened(name, string.Empty);
        for (var n = 2; !_names.Add(unique); n++)
        {
            unique = Shortened(name, string.Create(CultureInfo.InvariantCulture, $"__{n}"));
        }

        return unique;
    }

    private static string Shortened(string name, string end) =>
        (name.Length + end.Length > MaxName ? name[..(MaxName - end.Length)] : name) + end;
}
