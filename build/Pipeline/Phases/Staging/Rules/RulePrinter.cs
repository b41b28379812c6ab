using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Dialects;

namespace Cdp.Pipeline.Phases.Staging.Rules;

/// <summary>Writes a column plan as expressions of an engine.</summary>
/// <remarks>The expressions stand in three layers, so that nothing is computed twice: the first reads the union's
/// columns, whose texts are trimmed, the second the first's results, the third the second's.</remarks>
internal sealed class RulePrinter(ISqlDialect sql)
{
    public const int Layers = 3;

    private const string EmailPattern = @"^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$";

    private readonly DateRule _dates = new(sql);
    private readonly NumberRule _numbers = new(sql);
    private readonly PhoneRule _phones = new(sql);

    /// <summary>The named expressions of a plan that belong to the layer; some are read by the next layer only.</summary>
    public IEnumerable<NamedExpression> Expressions(ColumnPlan plan, int layer) => layer switch
    {
        1 => First(plan),
        2 => Second(plan),
        _ => Third(plan),
    };

    private IEnumerable<NamedExpression> First(ColumnPlan plan)
    {
        var text = Text(plan);
        if (plan.NumberFromText)
        {
            yield return new(plan.Hidden, _numbers.Bare(text));
            yield break;
        }

        yield return new(plan.Value.Name, Value(plan, text));
        if (plan.Class is ColumnClass.Phone)
        {
            yield return new(plan.Hidden, _phones.Dialled(text));
        }
        else if (plan.DateFromText)
        {
            yield return new(plan.Hidden, _dates.Padded(text));
        }
        else if (plan.Find(OutputRole.Unixtime) is { } unixtime)
        {
            yield return new(unixtime.Name, _dates.FromTyped(sql.Name(plan.Source), plan.SourceType));
        }

        foreach (var key in plan.Outputs.Where(o => o.Role is OutputRole.JsonText or OutputRole.JsonList))
        {
            yield return new(key.Name, key.Role is OutputRole.JsonText
                ? $"NULLIF({sql.Trim(sql.JsonText(text, key.JsonPath))}, '')"
                : sql.JsonList(text, key.JsonPath));
        }
    }

    private IEnumerable<NamedExpression> Second(ColumnPlan plan)
    {
        var (value, hidden) = (sql.Name(plan.Value.Name), sql.Name(plan.Hidden));
        if (plan.NumberFromText)
        {
            var name = plan.Options.Round is null ? plan.Value.Name : plan.Unrounded;
            yield return new(name, sql.ToDouble(_numbers.Plain(hidden, plan.Options.DecimalComma)));
        }
        else if (plan.Class is ColumnClass.Email)
        {
            yield return new(plan.Find(OutputRole.Standard)!.Name, EmailStandard(value, plan.Options.InvalidEmails));
        }
        else if (plan.Class is ColumnClass.Phone)
        {
            yield return new(plan.Find(OutputRole.Standard)!.Name, _phones.Standard(hidden, value, plan.Options));
        }
        else if (plan.DateFromText)
        {
            yield return new(plan.Find(OutputRole.Unixtime)!.Name, _dates.FromPadded(hidden, plan.Options.DateForms, DateForm.ByOrder(plan.Options.DayFirst)));
        }
    }

    private IEnumerable<NamedExpression> Third(ColumnPlan plan)
    {
        if (plan is { NumberFromText: true, Options.Round: { } places })
        {
            yield return new(plan.Value.Name, sql.Round(sql.Name(plan.Unrounded), places));
        }
        else if (plan.Class is ColumnClass.Date)
        {
            var unixtime = sql.Name(plan.Find(OutputRole.Unixtime)!.Name);
            yield return new(plan.Find(OutputRole.Standard)!.Name, $"TD_TIME_FORMAT({unixtime}, 'yyyy-MM-dd HH:mm:ss', 'UTC')");
            yield return new(plan.Find(OutputRole.DateText)!.Name, $"TD_TIME_FORMAT({unixtime}, 'yyyy-MM-dd', 'UTC')");
        }
        else if (plan.Class is ColumnClass.Email or ColumnClass.Phone)
        {
            var standard = sql.Name(plan.Find(OutputRole.Standard)!.Name);
            yield return new(
                plan.Find(OutputRole.Hash)!.Name, sql.Sha256(plan.Options.Hash is HashForm.LegacyUpper ? $"upper({standard})" : standard));
            yield return new(
                plan.Find(OutputRole.Valid)!.Name,
                $"CASE WHEN {standard} IS NOT NULL THEN 'TRUE' WHEN {sql.Name(plan.Value.Name)} IS NOT NULL THEN 'FALSE' END");
        }
    }

    private string Value(ColumnPlan plan, string text) => plan.Class switch
    {
        ColumnClass.Email => Cleaned(text, $"lower({text})", plan.Options),
        ColumnClass.Phone => _phones.Digits(text),
        ColumnClass.Date or ColumnClass.Json => Cleaned(text, text, plan.Options),
        ColumnClass.Numeric => Number(plan),
        ColumnClass.Boolean => Truth(plan, text),
        ColumnClass.Keep or ColumnClass.Array when plan.IsStorable => sql.Name(plan.Source),
        ColumnClass.Keep or ColumnClass.Array => text,
        _ => Cleaned(text, InCase(text, plan.Options.Case), plan.Options),
    };

    private string Text(ColumnPlan plan) => plan.IsPrintable
        ? sql.ToText(sql.Name(plan.Source), plan.SourceType)
        : sql.Serialised(sql.Name(plan.Source), plan.SourceType);

    private string Cleaned(string text, string value, ColumnOptions options)
    {
        var nothing = options.NullTokens.Select(t => t.ToUpperInvariant()).Prepend(string.Empty).Distinct();
        return $"CASE WHEN upper({text}) NOT IN ({string.Join(", ", nothing.Select(sql.Text))}) THEN {value} END";
    }

    private static string InCase(string text, TextCase textCase) => textCase switch
    {
        TextCase.Lower => $"lower({text})",
        TextCase.Upper => $"upper({text})",
        _ => text,
    };

    private string Number(ColumnPlan plan)
    {
        var column = sql.Name(plan.Source);
        var value = plan.SourceType switch
        {
            "bigint" or "double" => column,
            "integer" or "int" => $"CAST({column} AS bigint)",
            _ => $"CAST({column} AS double)",
        };
        return plan.Value.Type is "double" ? _numbers.Rounded(value, plan.Options.Round) : value;
    }

    private string Truth(ColumnPlan plan, string text)
    {
        if (plan.IsNumber)
        {
            var number = sql.Name(plan.Source);
            return $"CASE WHEN {number} = 1 THEN 'TRUE' WHEN {number} = 0 THEN 'FALSE' END";
        }

        return $"CASE WHEN lower({text}) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE'\n  WHEN lower({text}) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END";
    }

    private string EmailStandard(string value, ImmutableArray<string> invalid)
    {
        var rest = invalid.IsEmpty
            ? string.Empty
            : $" AND {value} NOT IN ({string.Join(", ", invalid.Select(e => sql.Text(e.ToLowerInvariant())))})";
        return $"CASE WHEN {sql.Matches(value, EmailPattern)}{rest} THEN {value} END";
    }
}

internal sealed record NamedExpression(string Name, string Expression);
