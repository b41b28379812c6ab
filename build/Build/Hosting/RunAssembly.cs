using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Templating;
using Cdp.Pipeline.Terminal;

namespace Cdp.Build.Hosting;

/// <summary>News up a run: every part in one place, anyone can read it.</summary>
internal static class RunAssembly
{
    public static RunParts Of(BuildContext context) => new()
    {
        Pipeline = context.Resolved,
        ConfigFolder = Path.GetDirectoryName(Path.GetFullPath(Configured.Path(context.Invocation)))!,
        Phases = Definitions.Of(Definitions.Connectors(context.Files, context.Config)),
        Platform = context.Platform,
        Endpoint = Endpoint(context.Config),
        Workspace = new Workspace(context.Workspace),
        Files = context.Files,
        Templates = new TemplateFolders(context.Files, Definitions.Templates, context.Config.TemplateFolder),
        WorkflowChecker = new WorkflowChecker(),
        SqlChecker = new SqlChecker(),
        Prompt = context.Invocation.Interactive ? new TerminalPrompt(Terminal.Input, context.Said) : new UnattendedPrompt(),
        View = context.Invocation.Live ? new LiveView(context.Said, context.Invocation.Colour) : new PlainView(context.Said),
        Clock = context.Invocation.Clock,
        Options = new RunOptions
        {
            Exclusive = context.Has("exclusive"),
            Force = context.Has("force"),
            Again = context.Has("again"),
            Fresh = context.Has("fresh"),
            SessionTime = context.Invocation.Moment("session-time"),
        },
    };

    private static string Endpoint(PipelineConfig config) =>
        config.Platform is PlatformKind.Local ? "http://127.0.0.1" : PlatformChoice.Hosts(config).Api.ToString().TrimEnd('/');
}
