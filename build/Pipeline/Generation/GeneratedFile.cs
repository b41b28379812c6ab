namespace Cdp.Pipeline.Generation;

/// <param name="Path">Relative to the phase's folder, with <c>/</c>.</param>
/// <param name="Template">Relative to <c>templates/&lt;phase&gt;/</c>, with <c>/</c>; also where a user's folder overrides it.</param>
/// <param name="Model">What the template sees: public properties in snake_case. Functions come from the template context.</param>
public sealed record GeneratedFile(string Path, string Template, object Model)
{
    /// <summary>How an <c>.sql</c> file is checked after rendering.</summary>
    public SqlKind Sql { get; init; } = SqlKind.Bound;

    /// <summary>Database that unqualified names of an <c>.sql</c> file mean.</summary>
    public string? Database { get; init; }
}

public enum SqlKind
{
    /// <summary>Trino SQL; parsed, and bound where schemas are known.</summary>
    Bound,

    /// <summary>Trino SQL over tables that the workflow itself makes; parsed only.</summary>
    Parsed,

    /// <summary>Hive SQL.</summary>
    Hive,

    /// <summary>Text that is SQL only after digdag has filled it in.</summary>
    Opaque,
}
