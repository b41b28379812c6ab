using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Dates: parts, sums and differences. A text is the date that it begins with; what is none is NULL.</summary>
internal static class HiveDateFunctions
{
    public static void AddTo(HiveFunctions table)
    {
        foreach (var (names, part) in new[]
        {
            ("year", "year"), ("month", "month"), ("day dayofmonth", "day"), ("quarter", "quarter"), ("weekofyear", "week"), ("dayofweek", "dayofweek"),
        })
        {
            table.Generic(names, 1, 1, call => Part(call, part));
        }

        foreach (var (name, unit) in new[] { ("hour", "3600000000"), ("minute", "60000000"), ("second", "1000000") })
        {
            table.Generic(name, 1, 1, call => Clock(call, unit, name == "hour" ? 24 : 60));
        }

        table.Generic("to_date", 1, 1, call => call[0].IsText || call[0].IsTemporal || call[0].IsNull
            ? new HiveValue(TrinoType.Date, call.Day(0))
            : throw call.Mismatch(0, "STRING/TIMESTAMP/DATEWRITABLE", HiveError.WrongArguments));
        table.Generic("date_add", 2, 2, call => Add(call, "+"));
        table.Generic("date_sub", 2, 2, call => Add(call, "-"));
        table.Generic("datediff", 2, 2, Difference);
        table.Generic("add_months", 2, 3, AddMonths);
        table.Generic("last_day", 1, 1, call => HiveCall.String($"CAST(last_day({call.Day(0)}) AS VARCHAR)"));
        table.Generic("next_day", 2, 2, call => HiveCall.String(HiveCall.OfDays($"trino_hive_next_day({call.Days(0)}, {call.Text(1)})")));
        table.Generic("trunc", 1, 2, Truncate);
        table.Generic("months_between", 2, 2, MonthsBetween);
    }

    private static HiveValue Part(HiveCall call, string part)
    {
        if (call[0].Type.IsNumeric)
        {
            return call.Context.IsFour || part is not ("year" or "month" or "day")
                ? throw HiveError.Semantic(HiveError.WrongType, $"Argument type mismatch: {call.Name} does not take {HiveTypes.Capitals(call[0].Type)} type", call.Node.Items[0])
                : HiveCall.Integer("NULL");
        }

        if (part == "quarter" && call[0].IsText && !call.Context.IsFour)
        {
            return HiveCall.Integer($"quarter({HiveCasts.To(call[0], TrinoType.Date, call.Context).Sql})");
        }

        var day = call.Day(0);
        return HiveCall.Integer(part == "dayofweek" ? $"dayofweek({day}) + 1" : $"{part}({day})");
    }

    /// <summary>A text may be a time of day alone.</summary>
    private static HiveValue Clock(HiveCall call, string unit, int modulus)
    {
        var micros = call[0].Type.Kind switch
        {
            Kind.Varchar or Kind.Char => $"trino_hive_clock({call[0].Sql}, {call.Version})",
            Kind.Timestamp => $"epoch_us({call[0].Sql})",
            Kind.Date => $"epoch_us(CAST({call[0].Sql} AS TIMESTAMP))",
            Kind.Unknown => "CAST(NULL AS BIGINT)",
            _ => throw call.Refused(),
        };
        return HiveCall.Integer($"(({micros} // {unit}) % {modulus} + {modulus}) % {modulus}");
    }

    private static HiveValue Add(HiveCall call, string sign)
    {
        if (!(call[0].IsText || call[0].IsTemporal))
        {
            throw call.Mismatch(0, "STRING/TIMESTAMP/DATEWRITABLE", HiveError.WrongArguments);
        }

        return call[1].Type.Kind is Kind.TinyInt or Kind.SmallInt or Kind.Integer
            ? new HiveValue(TrinoType.Date, $"CAST(({call.Day(0)} {sign} {call.Int(1)}) AS DATE)")
            : throw call.Mismatch(1, "TINYINT/SMALLINT/INT", HiveError.WrongArguments);
    }

    private static HiveValue Difference(HiveCall call)
    {
        for (var i = 0; i < 2; i++)
        {
            if (!(call[i].IsText || call[i].IsTemporal))
            {
                throw call.Mismatch(i, "STRING_GROUP, DATE_GROUP");
            }
        }

        return HiveCall.Integer($"{call.Day(0)} - {call.Day(1)}");
    }

    private static HiveValue AddMonths(HiveCall call)
    {
        if (call.Count == 3 && !call.Context.IsFour)
        {
            throw HiveError.Semantic(HiveError.WrongCount, "Arguments length mismatch: add_months requires 2 argument(s), got 3", call.Node);
        }

        if (call[1].IsText)
        {
            throw call.Mismatch(1, "NUMERIC_GROUP, VOID_GROUP");
        }

        return call.Count == 3 || (!call[1].Type.IsInteger && !call[1].IsNull) || call[1].Type.Kind == Kind.BigInt
            ? throw call.Refused()
            : HiveCall.String(HiveCall.OfDays($"trino_hive_add_months({call.Days(0)}, {call.Int(1)})"));
    }

    private static HiveValue Truncate(HiveCall call)
    {
        if (call.Count == 1 || call[0].Type.IsNumeric)
        {
            throw call.Refused();
        }

        if (call[0].IsNull)
        {
            throw HiveError.Semantic(HiveError.WrongArguments, "Wrong arguments: Got wrong argument types : first argument type : void, second argument type : string", call.Node);
        }

        return HiveCall.String(HiveCall.OfDays($"trino_hive_trunc({call.Days(0)}, {call.Text(1)})"));
    }

    private static HiveValue MonthsBetween(HiveCall call)
    {
        string Moment(int i) => call[i].IsText ? $"trino_hive_moment({call[i].Sql}, {call.Version})"
            : call[i].IsTemporal ? $"epoch_us(CAST({call[i].Sql} AS TIMESTAMP))"
            : throw call.Mismatch(i, "STRING_GROUP, DATE_GROUP");
        return HiveCall.Real($"trino_hive_months_between({Moment(0)}, {Moment(1)})");
    }
}
