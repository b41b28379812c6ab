using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Writes a column plan as expressions of TD's Trino. The one place of staging that knows the dialect.</summary>
/// <remarks>The expressions stand in three layers, so that nothing is computed twice: the first reads the union's
/// columns, the second the first's results, the third the second's.</remarks>
internal static class PrestoPrinter
{
    public const int Layers = 3;

    private const string EmailPattern = @"^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$";

    /// <summary>The named expressions of a plan that belong to the layer; some names begin with a plan's hidden column.</summary>
    public static IEnumerable<NamedExpression> Expressions(ColumnPlan plan, int layer) => layer switch
    {
        1 => First(plan),
        2 => Second(plan),
        _ => Third(plan),
    };

    private static IEnumerable<NamedExpression> First(ColumnPlan plan)
    {
        yield return new(plan.Value.Name, Value(plan));
        if (plan.Class is ColumnClass.Phone)
        {
            yield return new(FullNumber(plan), PhoneNumbers.Full(Text(plan), plan.Options));
        }

        if (plan.Find(OutputRole.Unixtime) is { } unixtime)
        {
            yield return new(unixtime.Name, PrestoDates.Unixtime(plan));
        }

        foreach (var key in plan.Outputs.Where(o => o.Role is OutputRole.JsonText or OutputRole.JsonList))
        {
            yield return new(key.Name, JsonKey(Text(plan), key));
        }
    }

    private static IEnumerable<NamedExpression> Second(ColumnPlan plan)
    {
        var value = Sql.Name(plan.Value.Name);
        if (plan.Class is ColumnClass.Email)
        {
            yield return new(plan.Find(OutputRole.Standard)!.Name, EmailStandard(value, plan.Options.InvalidEmails));
        }
        else if (plan.Class is ColumnClass.Phone)
        {
            yield return new(
                plan.Find(OutputRole.Standard)!.Name, PhoneNumbers.Standard(Sql.Name(FullNumber(plan)), plan.Options.Phone));
        }
        else if (plan.Class is ColumnClass.Date)
        {
            var unixtime = Sql.Name(plan.Find(OutputRole.Unixtime)!.Name);
            yield return new(
                plan.Find(OutputRole.Standard)!.Name, $"TD_TIME_FORMAT({unixtime}, 'yyyy-MM-dd HH:mm:ss', 'UTC')");
            yield return new(plan.Find(OutputRole.DateText)!.Name, $"TD_TIME_FORMAT({unixtime}, 'yyyy-MM-dd', 'UTC')");
        }
    }

    private static IEnumerable<NamedExpression> Third(ColumnPlan plan)
    {
        if (plan.Class is not (ColumnClass.Email or ColumnClass.Phone))
        {
            yield break;
        }

        var standard = Sql.Name(plan.Find(OutputRole.Standard)!.Name);
        yield return new(plan.Find(OutputRole.Hash)!.Name, $"lower(to_hex(sha256(to_utf8({standard}))))");
        yield return new(
            plan.Find(OutputRole.Valid)!.Name,
            $"CASE WHEN {standard} IS NOT NULL THEN 'TRUE' WHEN {Sql.Name(plan.Value.Name)} IS NOT NULL THEN 'FALSE' END");
    }

    private static string Value(ColumnPlan plan)
    {
        var text = Text(plan);
        return plan.Class switch
        {
            ColumnClass.Email => Cleaned(text, $"lower(trim({text}))", plan.Options),
            ColumnClass.Phone => $"CASE WHEN regexp_like({text}, '[1-9]') THEN regexp_replace({text}, '[^0-9]', '') END",
            ColumnClass.Date => Cleaned(text, $"trim({text})", plan.Options),
            ColumnClass.Numeric => Number(plan, text),
            ColumnClass.Boolean => Truth(text),
            ColumnClass.Keep or ColumnClass.Array when IsStorable(plan.SourceType) => Sql.Name(plan.Source),
            ColumnClass.Keep or ColumnClass.Array => $"json_format(CAST({Sql.Name(plan.Source)} AS JSON))",
            ColumnClass.Json => Cleaned(text, $"trim({text})", plan.Options),
            _ => Cleaned(text, InCase($"trim({text})", plan.Options.Case), plan.Options),
        };
    }

    private static string Text(ColumnPlan plan) =>
        plan.SourceType.StartsWith("varchar", StringComparison.Ordinal)
            ? Sql.Name(plan.Source)
            : $"CAST({Sql.Name(plan.Source)} AS varchar)";

    private static string Cleaned(string text, string value, ColumnOptions options)
    {
        var nothing = options.NullTokens.Select(t => t.ToUpperInvariant()).Prepend(string.Empty).Distinct();
        return $"CASE WHEN upper(trim({text})) NOT IN ({string.Join(", ", nothing.Select(Sql.Text))}) THEN {value} END";
    }

    private static string InCase(string text, TextCase textCase) => textCase switch
    {
        TextCase.Lower => $"lower({text})",
        TextCase.Upper => $"upper({text})",
        _ => text,
    };

    private static string Number(ColumnPlan plan, string text)
    {
        var column = Sql.Name(plan.Source);
        var value = plan.SourceType switch
        {
            "bigint" or "double" => column,
            "integer" or "int" => $"CAST({column} AS bigint)",
            "real" => $"CAST({column} AS double)",
            var type when type.StartsWith("decimal", StringComparison.Ordinal) => $"CAST({column} AS double)",
            _ => $"TRY_CAST(regexp_replace({text}, '[^0-9.-]', '') AS double)",
        };
        return plan.Options.Round is { } places && plan.Value.Type is "double"
            ? string.Create(CultureInfo.InvariantCulture, $"ROUND({value}, {places})")
            : value;
    }

    private static string Truth(string text) =>
        $"CASE WHEN lower(trim({text})) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' "
        + $"WHEN lower(trim({text})) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END";

    private static string EmailStandard(string value, ImmutableArray<string> invalid)
    {
        var rest = invalid.IsEmpty
            ? string.Empty
            : $" AND {value} NOT IN ({string.Join(", ", invalid.Select(e => Sql.Text(e.ToLowerInvariant())))})";
        return $"CASE WHEN regexp_like({value}, {Sql.Text(EmailPattern)}){rest} THEN {value} END";
    }

    private static string JsonKey(string text, OutputColumn key)
    {
        var steps = key.JsonPath.Select(
            k => $"[\"{k.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]");
        var path = Sql.Text("$" + string.Concat(steps));
        return key.Role is OutputRole.JsonText
            ? $"NULLIF(trim(json_extract_scalar({text}, {path})), '')"
            : $"COALESCE(TRY_CAST(json_extract({text}, {path}) AS ARRAY(varchar)), "
                + $"transform(TRY_CAST(json_extract({text}, {path}) AS ARRAY(JSON)), e -> json_format(e)))";
    }

    private static string FullNumber(ColumnPlan plan) => plan.Value.Name + "__full";

    private static bool IsStorable(string type) =>
        type is "bigint" or "double" or "array(varchar)" or "array(bigint)" or "array(double)"
        || type.StartsWith("varchar", StringComparison.Ordinal);
}

internal sealed record NamedExpression(string Name, string Expression)
{
    public override string ToString() => $"{Expression} AS {Sql.Name(Name)}";
}
