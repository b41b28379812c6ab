using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Digdag.Operators;
using Cdp.Digdag.Templates;

namespace Cdp.Digdag.Engine;

/// <summary>The language room as tasks use it: what it refuses fails the task.</summary>
internal static class DigdagLanguage
{
    private static readonly TemplateEngine Templates = new();
    private static readonly ConfigEvaluator Evaluator = new(Templates);

    /// <summary>Tasks with parents before children; the first is the root.</summary>
    public static ImmutableArray<CompiledTask> Compile(string parentFullName, string name, JsonObject config) =>
        Failing(() => WorkflowCompiler.Compile(parentFullName, name, config));

    public static TaskConfig Parted(JsonObject config) => Failing(() => TaskConfig.Of(config));

    /// <summary>Evaluates a whole configuration (digdag.md §3.3); <paramref name="scope"/> is what <c>${}</c> sees, raw.</summary>
    public static JsonObject Evaluate(JsonObject all, JsonObject scope) => Failing(() => Evaluator.Evaluate(all, scope));

    /// <summary>Evaluates the text of a file (§3.4); <paramref name="file"/> is for messages.</summary>
    public static string EvaluateText(string text, JsonObject scope, string file) =>
        Failing(() => Templates.RenderFile(text, file, scope));

    /// <summary>Loads a workflow file at run time, for <c>call&gt;</c>; <paramref name="path"/> is relative to the project.</summary>
    public static JsonObject LoadWorkflow(string projectFolder, string path) =>
        Failing(() =>
        {
            try
            {
                return WorkflowLoader.LoadFile(new ProjectFiles(projectFolder), path).Config;
            }
            catch (DigdagConfigException ex) when (ex.Words is DigdagConfigException.NoSuchFile)
            {
                var missing = ex.Message == path ? Path.Combine(projectFolder, path) : ex.Message;
                throw new DigdagConfigException($"File not found: {missing}");
            }
        });

    /// <summary>The same for text that came from elsewhere; <paramref name="path"/> is what it would be called.</summary>
    public static JsonObject WorkflowOf(string text, string path)
    {
        using var scratch = Holding(text, path);
        return LoadWorkflow(scratch.Folder, path);
    }

    /// <summary>A YAML map, typed as digdag types it.</summary>
    public static JsonObject ParseYaml(string text, string path)
    {
        using var scratch = Holding(text, path);
        return Failing(() => new ConfigLoader(new ProjectFiles(scratch.Folder), new SourceMap()).Load(path));
    }

    private static Scratch Holding(string text, string path)
    {
        var scratch = Scratch.Empty();
        var file = Path.Combine(scratch.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return scratch;
    }

    private static T Failing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DigdagConfigException ex)
        {
            throw TaskFailure.Of(ex);
        }
    }
}
