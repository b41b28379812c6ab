namespace Cdp.Digdag.Operators.Td;

/// <summary><c>table</c> or <c>database.table</c>, split at the first dot.</summary>
internal sealed record TdTable(string? Database, string Name)
{
    public static TdTable Parse(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? new(text[..dot], text[(dot + 1)..]) : new(null, text);

    public string Presto => Quoted('"');

    public string Hive => Quoted('`');

    public override string ToString() => Database is null ? Name : $"{Database}.{Name}";

    private string Quoted(char q) => Database is null ? $"{q}{Name}{q}" : $"{q}{Database}{q}.{q}{Name}{q}";
}
