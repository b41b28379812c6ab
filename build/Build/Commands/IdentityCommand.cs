using System.Collections.Immutable;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Identities;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Explain, WhatIf, Exclude, Stats</c>: questions about persons, asked of the platform.</summary>
internal sealed class IdentityCommand(BuildContext context)
{
    private IdentityQuestions Questions => new(context.Platform, context.Config, context.Cancellation);

    public async Task ExplainAsync()
    {
        var value = context.Argument("id") ?? throw Missing("--id=VALUE: a value of a key, or the id of a person");
        Write(await Questions.ExplainAsync(value, context.Argument("key")));
    }

    public async Task WhatIfAsync() => Write((context.Argument("drop-key"), context.Argument("rules")) switch
    {
        ({ } key, null) => await Questions.WithoutKeyAsync(key),
        (null, { } file) => await Questions.WithRulesAsync(
            Configured.Load(context.Invocation, context.Files, file).Unification, Path.GetFileName(file)),
        _ => throw Missing("one of --drop-key=NAME and --rules=FILE (a configuration whose unification block is tried)"),
    });

    public async Task ExcludeAsync()
    {
        var key = context.Argument("key") ?? throw Missing("--key=NAME, the key that the values are of");
        var values = Items("value");
        if (values.IsEmpty)
        {
            throw Missing("--value=A;B, the values as they are after staging");
        }

        var note = context.Has("preview") ? null : context.Argument("note") ?? "excluded by hand";
        Write(await Questions.ExcludeAsync(key, values, Items("tables"), note, context.Invocation.Clock.GetUtcNow()));
    }

    public async Task StatsAsync() => Write(await Questions.StatsAsync());

    private ImmutableArray<string> Items(string name) =>
        [.. (context.Argument(name) ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private void Write(IdentityAnswer answer)
    {
        var format = context.Argument("format") ?? "text";
        string[] known = answer.Mermaid is null ? ["text", "json"] : ["text", "json", "mermaid", "dot"];
        Terminal.Output.Write(format switch
        {
            "text" or "table" => answer.Text,
            "json" => Answers.Line(answer.Json) + "\n",
            "mermaid" when answer.Mermaid is { } mermaid => mermaid,
            "dot" when answer.Dot is { } dot => dot,
            _ => throw new PipelineException(
                $"There is no format '{format}' here.{Suggestion.For(format, known)} Use {string.Join(", ", known)}.", ExitCode.WrongInput),
        });
    }

    private static PipelineException Missing(string what) => new($"Say {what}.", ExitCode.WrongInput);
}
