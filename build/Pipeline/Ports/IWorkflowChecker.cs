using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Ports;

/// <summary>Loads and compiles a digdag project without running it.</summary>
public interface IWorkflowChecker
{
    /// <param name="files">Path within the project, with <c>/</c>, to text.</param>
    /// <returns>What is wrong; paths as given. Empty when a push would be accepted.</returns>
    IReadOnlyList<FileProblem> Check(IReadOnlyDictionary<string, string> files);
}

/// <summary>Parses SQL and, where the tables are known, resolves its names and types.</summary>
public interface ISqlChecker
{
    IReadOnlyList<FileProblem> Check(SqlText sql);
}

/// <param name="Path">For messages.</param>
/// <param name="Text">One or more statements, each <c>${}</c> already replaced by a sample.</param>
/// <param name="Schemas">Tables to bind against; null to parse only.</param>
public sealed record SqlText(string Path, string Text, string? Database, SqlDialect Dialect, SchemaCatalog? Schemas);

public enum SqlDialect
{
    Trino,
    Hive,
}

/// <param name="Line">From 1; 0 where the whole file is meant. So the column.</param>
public sealed record FileProblem(string Path, int Line, int Column, string Message)
{
    public override string ToString() => Line > 0 ? $"{Path}:{Line}:{Column}: {Message}" : $"{Path}: {Message}";
}
