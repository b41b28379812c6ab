using Cdp.Build.Views;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Templating;
using Spectre.Console;

namespace Cdp.Build.Hosting;

/// <summary>News up a run: every part in one place, anyone can read it.</summary>
internal static class RunAssembly
{
    public static RunParts Of(BuildContext context) => Of(context, View(context.Invocation));

    private static RunParts Of(BuildContext context, IConsoleView view) =>
        Of(context, view, Definitions.Connectors(context.Files, context.Config));

    private static RunParts Of(BuildContext context, IConsoleView view, ConnectorRegistry connectors) => new()
    {
        Pipeline = context.Resolved,
        Phases = Definitions.Of(connectors),
        Gates = GateCatalogue.Of(connectors),
        Platform = context.Platform,
        Endpoint = Endpoint(context.Config),
        Workspace = new Workspace(context.Workspace),
        ConfigFile = Configured.Shown(Configured.Path(context.Invocation)),
        Files = context.Files,
        SchemaFolder = Path.GetRelativePath(
            Environment.CurrentDirectory,
            Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Configured.Path(context.Invocation)))!, context.Config.Schemas.Folder)),
        Templates = new TemplateFolders(context.Files, Definitions.Templates, context.Config.TemplateFolder),
        WorkflowChecker = new WorkflowChecker(context.Invocation.Clock),
        SqlChecker = new SqlChecker(context.Invocation.Clock),
        Prompt = Prompt(context, view),
        View = view,
        Clock = context.Invocation.Clock,
        SecretOf = SecretValues.Of,
        UseKey = context.UseKey,
        Options = new RunOptions
        {
            Exclusive = context.Has("exclusive"),
            Force = context.Has("force"),
            Again = context.Has("again"),
            Fresh = context.Has("fresh"),
            Adopt = context.Has("adopt"),
            OnCancel = context.Invocation.Arguments.Choice<CancelAnswer>("on-cancel"),
            SessionTime = context.Invocation.Moment("session-time"),
        },
    };

    /// <summary>A person where there is one, else the policies.</summary>
    public static IPrompt Prompt(BuildContext context) => Prompt(context, View(context.Invocation));

    private static IPrompt Prompt(BuildContext context, IConsoleView view) =>
        context.Invocation.Interactive ? new TerminalPrompt(view, Terminal.Input.ReadLine, Terminal.ReadHidden) : new PolicyPrompt(view);

    public static IConsoleView View(Invocation invocation) => invocation.Live
        ? new LiveView(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(invocation.Said) }), invocation.Arguments.GoesOnAfter)
        : new PlainView(invocation.Said);

    public static string Endpoint(PipelineConfig config) =>
        config.Platform is PlatformKind.Local ? "http://127.0.0.1" : PlatformChoice.Hosts(config).Api.ToString().TrimEnd('/');
}
