using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Setup;

namespace Cdp.Build.Hosting;

/// <summary>News up the wizard.</summary>
internal static class SetupAssembly
{
    public static SetupParts Of(BuildContext context)
    {
        var invocation = context.Invocation;
        var loader = Configured.Loader(context.Files);
        return new()
        {
            Path = Configured.Shown(Configured.Path(invocation)),
            Connectors = Definitions.Connectors(context.Files, null),
            Schema = Path.Combine(Invocation.Root, "config", "pipeline.schema.json"),
            Files = context.Files,
            Check = (path, text) => loader.LoadDraft(path, text),
            Endpoint = Endpoint,
            View = RunAssembly.View(invocation),
            Prompt = invocation.Interactive ? RunAssembly.Prompt(context) : null,
            Clock = invocation.Clock,
            ApiKey = Environment.GetEnvironmentVariable("TD_API_KEY") is { Length: > 0 } key ? new Secret(key) : null,
            Force = context.Has("force"),
            AnswersFile = context.Argument("answers"),
            Answers = [.. invocation.Arguments.Values["answer"]],
        };
    }

    private static string Endpoint(PipelineConfig config) =>
        config.Platform is PlatformKind.Local ? "this machine" : RunAssembly.Endpoint(config);
}
