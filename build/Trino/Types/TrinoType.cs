using System.Collections.Immutable;
using System.Globalization;

namespace Cdp.Trino.Types;

internal enum Kind
{
    Unknown,
    Boolean,
    TinyInt,
    SmallInt,
    Integer,
    BigInt,
    Real,
    Double,
    Decimal,
    Varchar,
    Char,
    Varbinary,
    Date,
    Time,
    TimeTz,
    Timestamp,
    TimestampTz,
    IntervalDay,
    IntervalYear,
    Json,
    Uuid,
    IpAddress,
    HyperLogLog,
    Array,
    Map,
    Row,
    Function,
}

/// <summary>A type of Trino. Two are equal when they are written alike.</summary>
internal sealed class TrinoType : IEquatable<TrinoType>
{
    /// <summary>The length of a varchar without one.</summary>
    public const int Unbounded = int.MaxValue;

    private TrinoType(
        Kind kind,
        string name,
        int precision = 0,
        int scale = 0,
        ImmutableArray<TrinoType> items = default,
        ImmutableArray<string?> fields = default)
    {
        Kind = kind;
        Name = name;
        Precision = precision;
        Scale = scale;
        Items = items.IsDefault ? [] : items;
        Fields = fields.IsDefault ? [] : fields;
    }

    public Kind Kind { get; }

    /// <summary>As DESCRIBE and typeof() print it.</summary>
    public string Name { get; }

    /// <summary>Of a decimal its digits, of varchar and char the length, of times the digits of a second.</summary>
    public int Precision { get; }

    public int Scale { get; }

    /// <summary>Element, key and value, fields, or the parameters and result of a function.</summary>
    public ImmutableArray<TrinoType> Items { get; }

    public ImmutableArray<string?> Fields { get; }

    public TrinoType Element => Items[0];

    public static TrinoType Unknown { get; } = new(Kind.Unknown, "unknown");

    public static TrinoType Boolean { get; } = new(Kind.Boolean, "boolean");

    public static TrinoType TinyInt { get; } = new(Kind.TinyInt, "tinyint");

    public static TrinoType SmallInt { get; } = new(Kind.SmallInt, "smallint");

    public static TrinoType Integer { get; } = new(Kind.Integer, "integer");

    public static TrinoType BigInt { get; } = new(Kind.BigInt, "bigint");

    public static TrinoType Real { get; } = new(Kind.Real, "real");

    public static TrinoType Double { get; } = new(Kind.Double, "double");

    public static TrinoType Varchar { get; } = new(Kind.Varchar, "varchar", Unbounded);

    public static TrinoType Varbinary { get; } = new(Kind.Varbinary, "varbinary");

    public static TrinoType Date { get; } = new(Kind.Date, "date");

    public static TrinoType IntervalDay { get; } = new(Kind.IntervalDay, "interval day to second");

    public static TrinoType IntervalYear { get; } = new(Kind.IntervalYear, "interval year to month");

    public static TrinoType Json { get; } = new(Kind.Json, "json");

    public static TrinoType Uuid { get; } = new(Kind.Uuid, "uuid");

    public static TrinoType IpAddress { get; } = new(Kind.IpAddress, "ipaddress");

    public static TrinoType HyperLogLog { get; } = new(Kind.HyperLogLog, "HyperLogLog");

    public static TrinoType Decimal(int precision, int scale) =>
        new(Kind.Decimal, $"decimal({Text(precision)},{Text(scale)})", precision, scale);

    public static TrinoType VarcharOf(int length) =>
        length == Unbounded ? Varchar : new(Kind.Varchar, $"varchar({Text(length)})", length);

    public static TrinoType Char(int length) => new(Kind.Char, $"char({Text(length)})", length);

    public static TrinoType Time(int precision) => new(Kind.Time, $"time({Text(precision)})", precision);

    public static TrinoType TimeTz(int precision) =>
        new(Kind.TimeTz, $"time({Text(precision)}) with time zone", precision);

    public static TrinoType Timestamp(int precision) => new(Kind.Timestamp, $"timestamp({Text(precision)})", precision);

    public static TrinoType TimestampTz(int precision) =>
        new(Kind.TimestampTz, $"timestamp({Text(precision)}) with time zone", precision);

    public static TrinoType Array(TrinoType element) => new(Kind.Array, $"array({element.Name})", items: [element]);

    public static TrinoType Map(TrinoType key, TrinoType value) =>
        new(Kind.Map, $"map({key.Name}, {value.Name})", items: [key, value]);

    public static TrinoType Row(ImmutableArray<TrinoType> items, ImmutableArray<string?> names) => new(
        Kind.Row,
        $"row({string.Join(", ", items.Select((item, i) => names[i] is { } name ? $"{name} {item.Name}" : item.Name))})",
        items: items,
        fields: names);

    public static TrinoType Function(ImmutableArray<TrinoType> parameters, TrinoType result) => new(
        Kind.Function,
        $"function({string.Join(",", parameters.Append(result).Select(t => t.Name))})",
        items: [.. parameters, result]);

    /// <summary>In the protocol: blanks after the commas of a decimal, intervals in capitals.</summary>
    public string ProtocolName => Kind switch
    {
        Kind.Decimal => $"decimal({Text(Precision)}, {Text(Scale)})",
        Kind.IntervalDay or Kind.IntervalYear => Name.ToUpperInvariant(),
        Kind.Array => $"array({Element.ProtocolName})",
        Kind.Map => $"map({Items[0].ProtocolName}, {Items[1].ProtocolName})",
        Kind.Row => $"row({string.Join(", ", Items.Select((t, i) => Fields[i] is { } n ? $"{Quote(n)} {t.ProtocolName}" : t.ProtocolName))})",
        _ => Name,
    };

    /// <summary>As it may be written in SQL again: fields with odd names are quoted.</summary>
    public string SqlName => Kind switch
    {
        Kind.Array => $"array({Element.SqlName})",
        Kind.Map => $"map({Items[0].SqlName}, {Items[1].SqlName})",
        Kind.Row => $"row({string.Join(", ", Items.Select((t, i) => Fields[i] is { } n ? $"{Quote(n)} {t.SqlName}" : t.SqlName))})",
        _ => Name,
    };

    public bool IsInteger => Kind is Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt;

    public bool IsFloating => Kind is Kind.Real or Kind.Double;

    public bool IsNumeric => IsInteger || IsFloating || Kind == Kind.Decimal;

    public bool IsText => Kind is Kind.Varchar or Kind.Char;

    /// <summary>Values may be sorted and compared by <c>&lt;</c>.</summary>
    public bool IsOrderable => Kind switch
    {
        Kind.Map or Kind.Json or Kind.Function or Kind.HyperLogLog => false,
        Kind.Array or Kind.Row => Items.All(i => i.IsOrderable),
        _ => true,
    };

    /// <summary>Values may be compared by <c>=</c>, grouped and made distinct.</summary>
    public bool IsComparable => Kind switch
    {
        Kind.Function or Kind.HyperLogLog => false,
        Kind.Array or Kind.Row or Kind.Map => Items.All(i => i.IsComparable),
        _ => true,
    };

    public bool Contains(Kind kind) => Kind == kind || Items.Any(i => i.Contains(kind));

    public bool Equals(TrinoType? other) => other is not null && other.Name == Name;

    public override bool Equals(object? obj) => Equals(obj as TrinoType);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;

    private static string Quote(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name.Length > 0 && !char.IsAsciiDigit(name[0])
            ? name
            : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
