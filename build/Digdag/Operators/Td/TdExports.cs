using System.Globalization;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators.Td;

internal sealed class TdTableExportOperator : IOperator
{
    private static readonly string[] Formats = ["jsonl.gz", "json.gz", "tsv.gz", "jsonl.zst", "line-json.gz"];

    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        var call = TdCall.Of(context);
        _ = call.Params.Text("database");
        _ = call.Params.Text("table");
        return Formats.Contains(call.Params.Text("file_format"))
            ? ValueTask.CompletedTask
            : throw TaskFailure.Config("invalid file_format option");
    }

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation) =>
        TdSimpleJob.RunAsync(context, needsDatabase: true, (call, key) => StartAsync(call, key, cancellation), cancellation);

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    private static Task<string> StartAsync(TdCall call, string domainKey, CancellationToken cancellation)
    {
        var table = TdTable.Parse(call.Params.Text("table"));
        var secrets = call.Context.Secrets;
        var form = new Dictionary<string, string>
        {
            ["from"] = TdCall.Invariant(TdTimes.LocalOrEpoch(call, "from")),
            ["to"] = TdCall.Invariant(TdTimes.LocalOrEpoch(call, "to")),
            ["file_format"] = call.Params.Text("file_format"),
            ["file_prefix"] = call.Params.Text("s3_path_prefix"),
            ["bucket"] = call.Params.Text("s3_bucket"),
            ["access_key_id"] = secrets.Find("aws.s3.access_key_id") ?? secrets.Require("aws.access_key_id"),
            ["secret_access_key"] = secrets.Find("aws.s3.secret_access_key") ?? secrets.Require("aws.secret_access_key"),
            ["storage_type"] = "s3",
            ["domain_key"] = domainKey,
        };
        var path = $"/v3/export/run/{Uri.EscapeDataString(table.Database ?? call.Database)}/{Uri.EscapeDataString(table.Name)}";
        return TdJob.SubmitAsync(() => call.Client.JobAsync(path, form, cancellation));
    }
}

internal sealed class TdResultExportOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        _ = context.Params.Text("job_id");
        _ = context.Params.Text("result_connection");
        _ = context.Params.ParsedMap("result_settings");
        return ValueTask.CompletedTask;
    }

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation) =>
        TdSimpleJob.RunAsync(context, needsDatabase: false, (call, key) => StartAsync(call, key, cancellation), cancellation);

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    private static async Task<string> StartAsync(TdCall call, string domainKey, CancellationToken cancellation)
    {
        var form = new Dictionary<string, string>
        {
            ["result_connection_id"] = await call.Client.ConnectionAsync(call.Params.Text("result_connection"), cancellation),
            ["result_connection_settings"] = call.Context.Secrets.Resolve(JsonText.Of(call.Params.ParsedMapOrNull("result_settings"))),
            ["domain_key"] = domainKey,
        };
        var path = $"/v3/job/result_export/{Uri.EscapeDataString(call.Params.Text("job_id"))}";
        return await TdJob.SubmitAsync(() => call.Client.JobAsync(path, form, cancellation));
    }
}

internal sealed class TdPartialDeleteOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        var call = TdCall.Of(context);
        _ = call.Params.Text("_command");
        return TdTimes.Instant(call, "from") % 3600 == 0 && TdTimes.Instant(call, "to") % 3600 == 0
            ? ValueTask.CompletedTask
            : throw TaskFailure.Config("'from' and 'to' parameters must be whole hours");
    }

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation) =>
        TdSimpleJob.RunAsync(context, needsDatabase: true, (call, key) => StartAsync(call, key, cancellation), cancellation);

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    private static Task<string> StartAsync(TdCall call, string domainKey, CancellationToken cancellation)
    {
        var form = new Dictionary<string, string>
        {
            ["from"] = TdCall.Invariant(TdTimes.Instant(call, "from")),
            ["to"] = TdCall.Invariant(TdTimes.Instant(call, "to")),
            ["domain_key"] = domainKey,
        };
        var table = call.Params.Text("_command");
        var path = $"/v3/table/partialdelete/{Uri.EscapeDataString(call.Database)}/{Uri.EscapeDataString(table)}";
        return TdJob.SubmitAsync(() => call.Client.JobAsync(path, form, cancellation));
    }
}

/// <summary>Start a job, wait for it, store nothing but its id.</summary>
internal static class TdSimpleJob
{
    public static async ValueTask<Outcome> RunAsync(
        OperatorContext context, bool needsDatabase, Func<TdCall, string, Task<string>> start, CancellationToken cancellation)
    {
        var call = TdCall.Of(context);
        _ = needsDatabase ? call.Database : "";
        _ = call.Client;
        var (again, id) = await TdJob.FollowAsync(call, "job", key => start(call, key), cancellation);
        return again is not null ? again : await TdJob.DoneAsync(call, id, TaskResult.Empty, cancellation);
    }
}

/// <summary>Times as these operators take them, in epoch seconds.</summary>
internal static class TdTimes
{
    /// <summary>Epoch seconds, or <c>yyyy-MM-dd HH:mm:ss[ Z]</c> in the workflow's zone.</summary>
    public static long LocalOrEpoch(TdCall call, string key)
    {
        var text = call.Params.Text(key);
        return long.TryParse(text, CultureInfo.InvariantCulture, out var epoch) ? epoch
            : DateTimeOffset.TryParseExact(
                text, "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? exact.ToUnixTimeSeconds()
            : DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? Local(call, local)
                : throw Unknown(call, key);
    }

    /// <summary>Epoch seconds, a local time with <c>T</c>, or an ISO time with offset.</summary>
    public static long Instant(TdCall call, string key)
    {
        var text = call.Params.Text(key);
        if (long.TryParse(text, CultureInfo.InvariantCulture, out var epoch))
        {
            return epoch;
        }

        if (DateTime.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Local(call, local);
        }

        return text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
            ? exact.ToUnixTimeSeconds()
            : throw Unknown(call, key);
    }

    private static long Local(TdCall call, DateTime local) =>
        new DateTimeOffset(local, call.Context.Zone.GetUtcOffset(local)).ToUnixTimeSeconds();

    private static TaskFailure Unknown(TdCall call, string key) => TaskFailure.Config(
        $"Expected class io.digdag.standards.operator.TimestampParam for key '{key}' but got {ParamReader.Describe(call.Params.Node(key))}");
}
