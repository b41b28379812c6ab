using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators.Td;

/// <summary>A saved query: by name, or by id when the id is written as a number.</summary>
internal sealed class TdRunOperator : IOperator
{
    public bool HasEffects => true;

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var call = TdCall.Of(context);
        _ = call.Database;
        _ = call.Client;
        var (again, id) = await TdJob.FollowAsync(call, "job", key => StartAsync(call, key, cancellation), cancellation);
        if (again is not null)
        {
            return again;
        }

        if (call.Params.TextOrNull("download_file") is not null)
        {
            _ = await TdRows.CsvAsync(call, id, cancellation);
        }

        if (call.Params.Bool("preview", false))
        {
            await TdRows.PreviewAsync(call, id, $"job id {id}", cancellation);
        }

        return await TdJob.DoneAsync(call, id, await TdRows.StoredAsync(call, id, cancellation), cancellation);
    }

    public ValueTask CleanUpAsync(OperatorContext context) => TdJob.KillAsync(context);

    private static async Task<string> StartAsync(TdCall call, string domainKey, CancellationToken cancellation)
    {
        var time = Time(call.Params.Text("session_time"));
        var command = call.Params.Node("_command") ?? throw TaskFailure.Config("Parameter '_command' is required but not set");
        var id = command.GetValueKind() switch
        {
            JsonValueKind.Number => await TdJob.SubmitAsync(() => call.Client.SavedQueryAsync(
                call.Params.Long("_command"),
                new JsonObject { ["scheduled_time"] = Iso(time), ["domain_key"] = domainKey },
                cancellation)),
            JsonValueKind.String => await TdJob.SubmitAsync(() => call.Client.SavedQueryAsync(
                call.Params.Text("_command"), time, new Dictionary<string, string> { ["domain_key"] = domainKey }, cancellation)),
            _ => throw TaskFailure.Config($"Invalid saved query reference: {JsonText.Of(command)}"),
        };
        call.Context.Log.Info($"Started a saved query {(command.GetValueKind() is JsonValueKind.String ? "name" : "id")}={JsonText.Scalar(command)} with time={Iso(time)}, job id={id}");
        return id;
    }

    private static string Iso(long time) =>
        DateTimeOffset.FromUnixTimeSeconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static long Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUnixTimeSeconds()
            : throw TaskFailure.Config($"Expected a time with offset for key 'session_time' but got \"{text}\" (string)");
}
