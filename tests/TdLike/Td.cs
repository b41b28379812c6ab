namespace Cdp.TdLike;

/// <summary>Answers a call as td does, over whatever its td.conf points to.</summary>
public static class Td
{
    /// <summary>What the workflow part always says first.</summary>
    private const string Banner = "2026-01-01 00:00:00 +0000: Digdag v0.10.5\n";

    public static async Task<Answer> RunAsync(Call call, HttpClient http)
    {
        var workflow = call.Arguments.FirstOrDefault() is "wf" or "workflow";
        try
        {
            var answer = await AnswerAsync(call, http, workflow);
            return workflow ? answer with { Error = Banner + answer.Error } : answer;
        }
        catch (TdError ex) when (ex.Answer.ExitCode != 0 && workflow)
        {
            return ex.Answer with { Error = Banner + ex.Answer.Error };
        }
        catch (TdError ex)
        {
            return ex.Answer;
        }
    }

    private static Task<Answer> AnswerAsync(Call call, HttpClient http, bool workflow) => call.Arguments switch
    {
        ["--version"] => Task.FromResult(Answer.Said("0.19.1\n")),
        ["workflow:version"] => Task.FromResult(Answer.Said(
            "Bundled Java: false\nopenjdk version \"17.0.13\" 2024-10-15\nOpenJDK Runtime Environment (build 17.0.13+11)\n"
            + "OpenJDK 64-Bit Server VM (build 17.0.13+11, mixed mode)\nDigdag version: 0.10.5\n")),
        _ => ConnectedAsync(call with { Arguments = workflow ? call.Arguments[1..] : call.Arguments }, new(http, Conf.Read(call.Conf)), workflow),
    };

    private static Task<Answer> ConnectedAsync(Call call, Server server, bool workflow) => (workflow, call.Arguments) switch
    {
        (true, ["push" or "check" or "download" or "secrets" or "schedules" or "enable" or "disable" or "delete" or "version", ..]) =>
            new ProjectCommands(server).RunAsync(call),
        (true, _) => new AttemptCommands(server).RunAsync(call),
        (false, ["query" or "job:status" or "job:show", ..]) => new JobCommands(server).RunAsync(call),
        (false, _) => new TableCommands(server).RunAsync(call),
    };
}
