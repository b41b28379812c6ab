using System.Collections.Immutable;
using Cdp.Yaml;

namespace Cdp.Digdag.Language;

/// <summary>All workflows of a project folder, or what is wrong with them. One bad file spoils the project.</summary>
public sealed record LoadedProject(
    ProjectFiles Files,
    ImmutableArray<WorkflowDefinition> Workflows,
    ImmutableArray<ProjectError> Errors)
{
    public WorkflowDefinition? this[string name] => Workflows.FirstOrDefault(w => w.Name == name);
}

/// <param name="Message">digdag's text, without the place.</param>
public sealed record ProjectError(Position Position, string Message)
{
    public override string ToString() => $"{Position}: {Message}";

    internal static ProjectError Of(DigdagConfigException error, string file) =>
        new(error.Position ?? new Position(file, 1, 1),
            error.Words is DigdagConfigException.NoSuchFile ? $"{error.Message} ({error.Words})" : error.Message.TrimEnd('\n'));
}
