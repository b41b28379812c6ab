using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Execution;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <param name="Sql">Makes the column; where <see cref="HiveRows.Many"/> it is the list of its values, one a row.</param>
internal sealed record HiveMade(string Name, TrinoType Type, string Sql)
{
    public string? Inner { get; init; }
}

/// <param name="Many">The columns are lists of one length; else each row gives one row.</param>
internal sealed record HiveRows(ImmutableArray<HiveMade> Columns, bool Many);

/// <summary>Functions that make rows: explode, posexplode, inline, stack, json_tuple, parse_url_tuple, and TD's.</summary>
internal static class HiveTableFunctions
{
    public static bool Has(string name, HiveContext context) =>
        name is "explode" or "posexplode" or "inline" or "stack" or "json_tuple" or "parse_url_tuple"
        || (context.IsTd && name is "td_numeric_range" or "td_unpivot" or "td_pivot");

    public static HiveRows Make(HiveNode node, HiveExpressions expressions)
    {
        var call = new HiveCall(node, [.. node.Items.Select(expressions.Analyze)], expressions);
        return node.Text switch
        {
            "explode" when call.Count == 1 => Explode(call),
            "posexplode" when call.Count == 1 => PosExplode(call),
            "inline" when call.Count == 1 => Inline(call),
            "stack" when call.Count > 1 => Stack(call),
            "json_tuple" when call.Count > 1 => Tuple(call, "trino_hive_json_member({0}, {1})"),
            "parse_url_tuple" when call.Count > 1 => UrlTuple(call),
            "td_numeric_range" when call.Count == 3 => new HiveRows([new HiveMade("num", TrinoType.Integer, $"CAST(range(CAST({call.Int(0)} AS BIGINT), CAST({call.Int(1)} AS BIGINT), CAST({call.Int(2)} AS BIGINT)) AS INTEGER[])")], true),
            "td_unpivot" when call.Count > 1 && call[0].Literal is { } names => Unpivot(call, names),
            "td_pivot" when call.Count == 3 && call[2].Literal is { } keys => Pivot(call, keys),
            _ => throw call.Refused(),
        };
    }

    private static HiveRows Explode(HiveCall call)
    {
        var (type, sql) = (call[0].Type, call[0].Sql);
        return type.Kind switch
        {
            Kind.Array => new HiveRows([new HiveMade("col", type.Element, sql)], true),
            Kind.Map => new HiveRows([new HiveMade("key", type.Items[0], $"map_keys({sql})"), new HiveMade("value", type.Items[1], $"map_values({sql})")], true),
            _ => throw HiveError.Semantic(null, "UDFArgumentException explode() takes an array or a map as a parameter"),
        };
    }

    private static HiveRows PosExplode(HiveCall call)
    {
        var (type, sql) = (call[0].Type, call[0].Sql);
        var places = $"CAST(range(len({sql})) AS INTEGER[])";
        return type.Kind == Kind.Array
            ? new HiveRows([new HiveMade("pos", TrinoType.Integer, places), new HiveMade("val", type.Element, sql)], true)
            : throw (type.Kind == Kind.Map ? call.Refused() : HiveError.Semantic(null, "UDFArgumentException posexplode() takes an array or a map as a parameter"));
    }

    private static HiveRows Inline(HiveCall call)
    {
        var type = call[0].Type;
        if (type.Kind != Kind.Array || type.Element.Kind != Kind.Row)
        {
            throw call.Refused();
        }

        return new HiveRows(
            [.. type.Element.Items.Select((t, i) => new HiveMade(type.Element.Fields[i]!, t, $"list_transform({call[0].Sql}, lambda s: s.f{i})"))], true);
    }

    /// <summary>Row by row; what is left over at the end is NULL.</summary>
    private static HiveRows Stack(HiveCall call)
    {
        if (call[0].Literal is not { } literal || !int.TryParse(literal, CultureInfo.InvariantCulture, out var rows) || rows < 1)
        {
            throw call.Refused();
        }

        var values = call.Values.Skip(1).ToList();
        var width = ((values.Count - 1) / rows) + 1;
        var columns = Enumerable.Range(0, width).Select(c =>
        {
            var items = Enumerable.Range(0, rows).Select(r => (r * width) + c < values.Count ? values[(r * width) + c] : HiveValue.Null).ToList();
            var known = items.Where(i => !i.IsNull).Select(i => i.Type).Distinct().ToList();
            var type = known.Count switch { 0 => TrinoType.Unknown, 1 => known[0], _ => throw call.Refused() };
            var converted = items.Select(i => type.Kind == Kind.Unknown ? "NULL" : HiveCasts.To(i, type, call.Context).Sql);
            var list = type.Kind == Kind.Unknown ? TrinoType.Array(TrinoType.Integer) : TrinoType.Array(type);
            return new HiveMade($"col{c}", type, $"CAST([{string.Join(", ", converted)}] AS {DuckTypes.Of(list)})") { Inner = $"col{c}" };
        });
        return new HiveRows([.. columns], true);
    }

    private static HiveRows Tuple(HiveCall call, string template) => new(
        [.. call.Values.Skip(1).Select((_, i) => new HiveMade(
            $"c{i}", TrinoType.Varchar, string.Format(CultureInfo.InvariantCulture, template, call.Text(0), call.Text(i + 1))))],
        false);

    private static HiveRows UrlTuple(HiveCall call) => new(
        [.. call.Values.Skip(1).Select((part, i) => new HiveMade($"c{i}", TrinoType.Varchar, Url(call, part.Literal ?? throw call.Refused())))], false);

    private static string Url(HiveCall call, string part) => part.StartsWith("QUERY:", StringComparison.Ordinal)
        ? $"trino_hive_parse_url({call.Text(0)}, 'QUERY', {Duck.Text(part[6..])})"
        : $"trino_hive_parse_url({call.Text(0)}, {Duck.Text(part)})";

    private static HiveRows Unpivot(HiveCall call, string names)
    {
        var keys = names.Split(',', StringSplitOptions.TrimEntries);
        var values = call.Values.Skip(1).ToList();
        var type = HiveTypes.Common(values);
        if (keys.Length != values.Count || type is null || type.Kind == Kind.Unknown)
        {
            throw call.Refused();
        }

        return new HiveRows(
        [
            new HiveMade("key", TrinoType.Varchar, $"[{string.Join(", ", keys.Select(Duck.Text))}]"),
            new HiveMade("value", type, $"[{string.Join(", ", values.Select(v => HiveCasts.To(v, type, call.Context).Sql))}]"),
        ], true);
    }

    private static HiveRows Pivot(HiveCall call, string keys) => new(
        [.. keys.Split(',', StringSplitOptions.TrimEntries).Select(k => new HiveMade(
            k.ToLowerInvariant(), call[1].Type, $"(CASE WHEN {call.Text(0)} = {Duck.Text(k)} THEN {call[1].Sql} END)"))],
        false);
}
