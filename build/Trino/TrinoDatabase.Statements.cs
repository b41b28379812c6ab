namespace Cdp.Trino;

public sealed partial class TrinoDatabase
{
    /// <summary>
    /// Runs the statements of a text one after another, each as a whole or not at all; the first that fails ends it.
    /// </summary>
    /// <param name="marker">
    /// Committed with the last statement. When it is there already nothing runs, and the answer is one empty result.
    /// </param>
    public Task<IReadOnlyList<StatementResult>> ExecuteAsync(
        string sql,
        QueryContext context,
        CancellationToken cancellation,
        string? marker = null) =>
        throw new TrinoException(TrinoException.NotSupportedLocally, "No statement is supported yet");
}
