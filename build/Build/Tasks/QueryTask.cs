using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

[TaskName("Query")]
[TaskDescription("Ask the platform in Trino SQL: --sql=TEXT or --file=F.sql or --file=F.jsonl.")]
public sealed class QueryTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        if (context.Has("functions"))
        {
            FunctionsCommand.Run(Terminal.Output, context.Argument("format") ?? "table");
            return;
        }

        var (sql, file) = (context.Argument("sql"), context.Argument("file"));
        if (sql is null == file is null)
        {
            throw new PipelineException(
                "Say what to ask: --sql='SELECT 1', or --file=F.sql, or --file=F.jsonl for many.", ExitCode.WrongInput);
        }

        var lines = file?.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) == true ? QueryFile.Read(file) : null;
        var query = new QueryCommand(
            context.Platform,
            Terminal.Output,
            await context.QueryDatabaseAsync(),
            Dialect(context.Argument("dialect")),
            context.Cancellation);
        if (lines is not null)
        {
            await query.RunAsync(lines);
        }
        else
        {
            await query.RunAsync(sql ?? QueryFile.ReadText(file!), context.Argument("format") ?? "table");
        }
    }

    private static string? Dialect(string? name) => name switch
    {
        null or "td" => null,
        "trino" or "hive" => name,
        _ => throw new PipelineException($"There is no dialect '{name}'. Use td, trino or hive.", ExitCode.WrongInput),
    };
}
