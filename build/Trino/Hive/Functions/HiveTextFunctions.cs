using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Functions over text. Places count from 1; trim cuts blanks alone.</summary>
internal static class HiveTextFunctions
{
    private const string Whole = "CAST(2147483647 AS INTEGER)";

    public static void AddTo(HiveFunctions table)
    {
        table.Generic("lower lcase", 1, 1, call => HiveCall.String($"trino_hive_lower({call.Text(0)})"));
        table.Generic("upper ucase", 1, 1, call => HiveCall.String($"trino_hive_upper({call.Text(0)})"));
        table.Generic("initcap", 1, 1, call => HiveCall.String($"trino_hive_initcap({call.OnlyText(0)})"));
        foreach (var name in new[] { "trim", "ltrim", "rtrim" })
        {
            table.Generic(name, 1, 2, call => Trim(name, call));
        }

        table.Generic("length character_length char_length", 1, 1, Length);
        table.Generic("octet_length", 1, 1, call => call[0].Type.Kind == Kind.Varbinary || call[0].IsText
            ? HiveCall.Integer($"octet_length({call.Bytes(0)})")
            : throw call.Mismatch(0, "STRING/CHAR/VARCHAR/BINARY", HiveError.WrongArguments));
        table.Plain("substr substring", 2, 3, Substring);
        table.Generic("instr", 2, 2, call => call.Context.IsFour
            ? HiveCall.Integer($"trino_hive_instr_units({call.Text(0)}, {call.Text(1)})")
            : HiveCall.Integer($"instr({call.Text(0)}, {call.Text(1)})"));
        table.Generic("locate", 2, 3, call => HiveCall.Integer(call.Count == 2
            ? $"trino_hive_locate({call.Text(0)}, {call.Text(1)}, CAST(1 AS INTEGER))"
            : $"trino_hive_locate({call.Text(0)}, {call.Text(1)}, {call.Int(2)})"));
        table.Generic("concat", 0, HiveFunctions.Any, Concat);
        table.Generic("concat_ws", 2, HiveFunctions.Any, ConcatWith);
        table.Generic("lpad", 3, 3, call => Pad("lpad", call), HiveError.WrongArguments);
        table.Generic("rpad", 3, 3, call => Pad("rpad", call), HiveError.WrongArguments);
        table.Plain("repeat", 2, 2, call => HiveCall.String(Repeated(call.Text(0), call.Int(1))));
        table.Plain("space", 1, 1, call => HiveCall.String(Repeated("' '", call.Int(0))));
        table.Plain("reverse", 1, 1, call => HiveCall.String($"trino_hive_reverse({call.Text(0)})"));
        table.Plain("ascii", 1, 1, call => HiveCall.Integer($"trino_hive_ascii({call.Text(0)})"));
        table.Plain("chr", 1, 1, call => HiveCall.String($"trino_hive_chr({call.Long(0)})"));
        table.Generic("translate", 3, 3, call => HiveCall.String($"trino_hive_translate({call.Text(0)}, {call.Text(1)}, {call.Text(2)})"));
        table.Plain("replace", 3, 3, Replace);
        table.Plain("find_in_set", 2, 2, call => HiveCall.Integer($"trino_hive_find_in_set({call.Text(0)}, {call.Text(1)})"));
        table.Generic("substring_index", 3, 3, call => HiveCall.String($"trino_hive_substring_index({call.OnlyText(0)}, {call.OnlyText(1)}, {call.Int(2)})"));
        table.Generic("levenshtein", 2, 2, call => HiveCall.Integer($"trino_levenshtein_distance({Known(call, 0)}, {Known(call, 1)})"));
        table.Generic("soundex", 1, 1, call => HiveCall.String($"trino_hive_soundex({Known(call, 0)})"));
        table.Generic("elt", 2, HiveFunctions.Any, Element);
        table.Generic("field", 2, HiveFunctions.Any, Field);
        table.Generic("printf", 1, HiveFunctions.Any, Print);
        table.Generic("format_number", 2, 2, FormatNumber);
        table.Generic("mask", 1, 1, call => Mask(call, "0", Whole));
        table.Generic("mask_first_n", 1, 2, call => Mask(call, "0", Size(call)));
        table.Generic("mask_last_n", 1, 2, call => Mask(call, $"-{Size(call)}", Whole));
        table.Generic("mask_show_first_n", 1, 2, call => Mask(call, Size(call), Whole));
        table.Generic("mask_show_last_n", 1, 2, call => Mask(call, "0", $"-{Size(call)}"));
        table.Generic("mask_hash", 1, 1, call => HiveCall.String($"trino_hive_mask_hash({Known(call, 0)}, {call.Version})"));
    }

    /// <summary>What replacing nothing gives is not certain.</summary>
    private static HiveValue Replace(HiveCall call)
    {
        var find = call.Text(1);
        return HiveCall.String(call[1].Literal is { Length: > 0 } || call[1].IsNull
            ? $"replace({call.Text(0)}, {find}, {call.Text(2)})"
            : $"CASE WHEN {find} = '' THEN {Translation.Sql.RefuseWhen($"{find} = ''", "replace() of an empty text is not supported locally", TrinoType.Varchar)} ELSE replace({call.Text(0)}, {find}, {call.Text(2)}) END");
    }

    private static string Repeated(string text, string count) => $"repeat({text}, CASE WHEN {count} < 0 THEN 0 ELSE {count} END)";

    private static HiveValue Trim(string name, HiveCall call)
    {
        if (call.Count == 2 && !call.Context.IsFour)
        {
            throw HiveError.Semantic(HiveError.WrongArguments, $"Wrong arguments: {name} requires one value argument. Found :2", call.Node);
        }

        return call[0].IsNull ? HiveCall.String("CAST(NULL AS VARCHAR)")
            : call[0].IsText ? HiveCall.String($"{name}({call[0].Sql}, {(call.Count == 2 ? call.OnlyText(1) : "' '")})")
            : throw call.Mismatch(0, "STRING/CHAR/VARCHAR", HiveError.WrongArguments);
    }

    private static HiveValue Length(HiveCall call) => call[0].Type.Kind switch
    {
        Kind.Varchar or Kind.Char => HiveCall.Integer($"length({call[0].Sql})"),
        Kind.Varbinary when call.Name == "length" => HiveCall.Integer($"octet_length({call[0].Sql})"),
        Kind.Array or Kind.Map or Kind.Row => throw HiveError.Semantic(null, "NullPointerException: LENGTH() of a structure"),
        _ => throw call.Mismatch(0, "STRING/CHAR/VARCHAR/BINARY", HiveError.WrongArguments),
    };

    private static HiveValue Substring(HiveCall call) => call[0].Type.Kind == Kind.Varbinary || (call[0].IsNull && call.Context.IsFour) ? throw call.Refused()
        : HiveCall.String($"trino_hive_substr({call.Text(0)}, {call.Int(1)}, {(call.Count == 3 ? call.Int(2) : Whole)})");

    private static HiveValue Concat(HiveCall call)
    {
        if (call.Values.Any(v => v.IsNested))
        {
            throw HiveError.Semantic(HiveError.WrongArguments, "Wrong arguments: The function STRING takes only primitive types", call.Node);
        }

        return call.Count == 0 || call.Values.Any(v => v.Type.Kind == Kind.Varbinary)
            ? throw call.Refused()
            : HiveCall.String(string.Join(" || ", call.Values.Select(v => HiveCasts.ToText(v, call.Context).Sql)));
    }

    private static HiveValue ConcatWith(HiveCall call)
    {
        for (var i = 0; i < call.Count; i++)
        {
            var type = call[i].Type;
            if (!(call[i].IsText || call[i].IsNull || (i > 0 && type.Kind == Kind.Array && type.Element.IsText)))
            {
                throw HiveError.Semantic(
                    HiveError.WrongType, $"Argument type mismatch: Argument {i + 1} of function CONCAT_WS must be \"string or array<string>\", but \"{HiveTypes.Name(type)}\" was found.", call.Node.Items[i]);
            }
        }

        var separator = HiveCasts.ToText(call[0], call.Context).Sql;
        var parts = call.Values.Skip(1).Select(v => v.Type.Kind == Kind.Array
            ? $"(CASE WHEN len({v.Sql}) > 0 THEN trino_hive_join({v.Sql}, {separator}) END)"
            : HiveCasts.ToText(v, call.Context).Sql);
        return HiveCall.String($"concat_ws({separator}, {string.Join(", ", parts)})");
    }

    private static HiveValue Pad(string name, HiveCall call)
    {
        if (!(call[1].Type.IsInteger && call[1].Type.Kind != Kind.BigInt))
        {
            throw HiveError.Semantic(
                HiveError.WrongType, $"Argument type mismatch: {name} only takes INT/SHORT/BYTE types as 2-ths argument, got {HiveTypes.Capitals(call[1].Type)}", call.Node.Items[call[1].IsNull ? 2 : 1]);
        }

        return HiveCall.String($"trino_hive_{name}({call.Text(0)}, {call.Int(1)}, {call.Text(2)})");
    }

    private static HiveValue Element(HiveCall call)
    {
        var index = call[0].IsNull ? "CAST(NULL AS INTEGER)" : call.Int(0);
        var branches = call.Values.Skip(1).Select((v, i) => $"WHEN {i + 1} THEN {HiveCasts.ToText(v, call.Context).Sql}");
        return HiveCall.String($"CASE {index} {string.Join(" ", branches)} END");
    }

    private static HiveValue Field(HiveCall call)
    {
        if (call[0].IsNull)
        {
            return HiveCall.Integer("0");
        }

        var items = call.Values.Skip(1).Where(v => !v.IsNull).ToList();
        if (items.Exists(v => !v.Type.Equals(call[0].Type)))
        {
            throw call.Refused();
        }

        var branches = call.Values.Skip(1).Select((v, i) => (v, i)).Where(p => !p.v.IsNull).Select(p => $"WHEN {call[0].Sql} = {p.v.Sql} THEN {p.i + 1}");
        return HiveCall.Integer($"CASE {string.Join(" ", branches)} ELSE 0 END");
    }

    private static HiveValue Print(HiveCall call)
    {
        var values = call.Values.Skip(1).Select(v => v.Type.Kind switch
        {
            Kind.Varchar or Kind.Char => $"'s' || {v.Sql}",
            Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt => $"'i' || {v.Sql}",
            Kind.Double or Kind.Decimal => $"'f' || {HiveCasts.ToText(v, call.Context).Sql}",
            Kind.Boolean => $"'s' || CASE WHEN {v.Sql} THEN 'true' WHEN NOT {v.Sql} THEN 'false' END",
            _ => throw call.Refused(),
        }).ToList();
        return call[0].IsNull
            ? HiveCall.String("CAST(NULL AS VARCHAR)")
            : HiveCall.String($"trino_hive_printf({call.OnlyText(0)}, CAST([{string.Join(", ", values)}] AS VARCHAR[]))");
    }

    /// <summary>By the exact digits of the number: of a double all that it has.</summary>
    private static HiveValue FormatNumber(HiveCall call)
    {
        if (call[1].IsText || !(call[0].Type.IsNumeric || call[0].IsNull))
        {
            throw call.Refused();
        }

        if (call.Node.Items[1] is { Form: HiveForm.Operator, Text: "NEGATE" })
        {
            throw HiveError.Semantic(HiveError.WrongArguments, "Wrong arguments: Argument 2 of function FORMAT_NUMBER must be >= 0", call.Node);
        }

        var digits = call[0].Type.Kind switch
        {
            Kind.Double or Kind.Real => $"trino_hive_exact_text({HiveCasts.ToDouble(call[0], call.Context).Sql})",
            Kind.Unknown => "CAST(NULL AS VARCHAR)",
            _ => HiveCasts.ToText(call[0], call.Context).Sql,
        };
        return HiveCall.String($"trino_hive_format_number({digits}, {call.Int(1)})");
    }

    /// <summary>A text; whether another type is an error is not certain.</summary>
    private static string Known(HiveCall call, int index) => call[index].IsText ? call[index].Sql : throw call.Refused();

    private static string Size(HiveCall call) => call.Count == 1 ? "4" : call[1].Literal ?? throw call.Refused();

    private static HiveValue Mask(HiveCall call, string from, string to) =>
        HiveCall.String($"trino_hive_mask({Known(call, 0)}, CAST({from} AS INTEGER), CAST({to} AS INTEGER))");
}
