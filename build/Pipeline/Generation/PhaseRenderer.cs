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
            if (!IsInside(file.Path) || !files.TryAdd(file.Path, Text(phase.Phase.Folder(), file)))
            {
                throw new PipelineException($"Two files of {phase.Phase.Folder()} are called {file.Path}, or it lies outside. Rename one of the tables.");
            }
        }

        foreach (var path in templates.Added(phase.Phase.Folder()))
        {
            files[path] = templates.Render($"{phase.Phase.Folder()}/{path}", Names(phase.Phase));
        }

        var described = schemas.Tables.Select(t => KeyValuePair.Create(SchemaFiles.PathOf(t.Name), SchemaFiles.Write(t)));
        return new(phase.Phase, [.. sources], files.ToImmutable(), files.ToImmutable().AddRange(described));
    }

    /// <summary>The template's text, then what a user's files beside it add: for every file of the template, or for this one.</summary>
    private string Text(string phase, GeneratedFile file)
    {
        var text = templates.Render($"{phase}/{file.Template}", file.Model);
        foreach (var extra in new[] { file.Template, file.Path }.Distinct().Select(name => name + TemplateFolders.Extra))
        {
            if (templates.Has($"{phase}/{extra}"))
            {
                text += $"\n{Comment(file.Path, $"From {phase}/{extra} of the template folder.")}{templates.Render($"{phase}/{extra}", file.Model)}";
            }
        }

        return text;
    }

    private static string Comment(string path, string text) => Path.GetExtension(path) switch
    {
        ".dig" or ".yml" => $"# {text}\n",
        ".sql" => $"-- {text}\n",
        _ => string.Empty,
    };

    /// <summary>What a file that a user adds may name.</summary>
    private object Names(Phase phase) => new
    {
        pipeline.Client,
        pipeline.Config.Environment,
        Project = pipeline.Project(phase),
        pipeline.LookupDatabase,
        SourceDatabase = pipeline.Ingestion.Database,
        StagingDatabase = pipeline.Staging.Database,
        UnificationDatabase = pipeline.Unification.Database,
    };

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
