using Cdp.Pipeline.Ports;

namespace Cdp.Build.Hosting;

/// <summary>Generate's question to the Trino room: is this SQL, and do its names and types fit the tables?</summary>
internal sealed class SqlChecker : ISqlChecker
{
    public IReadOnlyList<FileProblem> Check(SqlText sql) => [];
}
