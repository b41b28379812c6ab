using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Query</c>: SQL on the platform, its answer on the output.</summary>
internal sealed class QueryCommand(IPlatform platform, TextWriter output, string database, string? dialect, CancellationToken cancellation)
{
    /// <summary>One text; a failure is an exception, which shows the place where a person reads it.</summary>
    public async Task RunAsync(string sql, string format)
    {
        try
        {
            var result = await platform.QueryAsync(new(sql, database, Dialect: dialect), cancellation);
            QueryOutput.Write(output, result, format);
        }
        catch (QueryException error) when (format == "table")
        {
            throw ErrorPlace.Shown(error, sql, firstColumn: dialect is "hive" ? 0 : 1);
        }
    }

    /// <summary>A file of lines: one answer a line, in order, going on past errors.</summary>
    public async Task RunAsync(IReadOnlyList<QueryLine> lines)
    {
        foreach (var line in lines)
        {
            var answer = line.Sql is { } sql ? await AnswerAsync(sql, database) : await StepsAsync(line);
            var withId = new JsonObject { ["id"] = line.Id };
            foreach (var (key, value) in answer)
            {
                withId[key] = value?.DeepClone();
            }

            await output.WriteLineAsync(Answers.Line(withId).AsMemory(), cancellation);
        }
    }

    private async Task<JsonObject> StepsAsync(QueryLine line)
    {
        var scratch = await FreeNameAsync();
        await platform.CreateDatabaseAsync(scratch, cancellation);
        var steps = new JsonArray();
        foreach (var sql in line.Steps)
        {
            steps.Add(await AnswerAsync(sql, scratch));
        }

        await platform.DropDatabaseAsync(scratch, cancellation);
        return new JsonObject { ["steps"] = steps };
    }

    private async Task<JsonObject> AnswerAsync(string sql, string inDatabase)
    {
        try
        {
            return Answers.Of(await platform.QueryAsync(new(sql, inDatabase, Dialect: dialect), cancellation));
        }
        catch (QueryException ex)
        {
            return Answers.Of(ex);
        }
        catch (PlatformException ex) when (ex.Fault is Fault.Refused or Fault.ServerError or Fault.NotUnderstood)
        {
            // The platform would not even take it: that is this statement's answer, and the next one is asked.
            return Answers.Of(new QueryException("GENERIC_INTERNAL_ERROR", ex.Message, null, null));
        }
    }

    /// <summary>Never a database that is somebody's: <c>cdp</c>, or the first of its kind that is free.</summary>
    private async Task<string> FreeNameAsync()
    {
        var taken = await platform.ListDatabasesAsync(cancellation);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(n => n == 1 ? "cdp" : string.Create(CultureInfo.InvariantCulture, $"cdp_{n}"))
            .First(name => !taken.Contains(name));
    }
}
