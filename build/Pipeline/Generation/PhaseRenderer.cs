using System.Collections.Immutable;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Generation;

/// <summary>All files of a phase as text: a function of configuration, templates and described schemas alone.</summary>
public sealed class PhaseRenderer(ResolvedPipeline pipeline, TemplateRenderer templates)
{
    public RenderedPhase Render(IPhaseDefinition phase, SchemaCatalog schemas)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var sources = phase.Files(pipeline, schemas);
        foreach (var file in sources)
        {
            if (!IsInside(file.Path) || !files.TryAdd(file.Path, templates.Render($"{phase.Phase.Folder()}/{file.Template}", file.Model)))
            {
                throw new PipelineException($"Two files of {phase.Phase.Folder()} are called {file.Path}, or it lies outside. Rename one of the tables.");
            }
        }

        var described = schemas.Tables.Select(t => KeyValuePair.Create(SchemaFiles.PathOf(t.Name), SchemaFiles.Write(t)));
        return new(phase.Phase, [.. sources], files.ToImmutable(), files.ToImmutable().AddRange(described));
    }

    private static bool IsInside(string path) =>
        !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal)
        && path.Split('/').All(part => part is not ("" or "." or ".."));
}

/// <param name="Files">Path within the project to text, of generated files.</param>
/// <param name="All">The same with the described schemas.</param>
public sealed record RenderedPhase(
    Phase Phase,
    ImmutableArray<GeneratedFile> Sources,
    ImmutableSortedDictionary<string, string> Files,
    ImmutableSortedDictionary<string, string> All)
{
    public string ContentHash => Hash.Of(All);
}
