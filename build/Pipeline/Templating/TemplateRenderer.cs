using System.Collections.Concurrent;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Cdp.Pipeline.Templating;

/// <summary>Fills templates, strictly: a name that is not in the model is an error, never nothing.</summary>
public sealed class TemplateRenderer(TemplateFolders folders)
{
    /// <summary>A union of 400-column tables stays far below; an endless loop does not.</summary>
    private const int LoopLimit = 100_000;

    private readonly ConcurrentDictionary<string, Template> _templates = new(StringComparer.Ordinal);

    /// <param name="path">Below the template folders: <c>hist_union/queries/table_union.sql</c>.</param>
    public string Render(string path, object model)
    {
        var context = NewContext(path);
        var globals = new ScriptObject();
        globals.Import(model, renamer: Rename);
        context.PushGlobal(new TemplateFunctions());
        context.PushGlobal(globals);

        try
        {
            return Ended(Parsed(path).Render(context));
        }
        catch (ScriptRuntimeException ex)
        {
            throw new PipelineException($"{At(ex.Span)}: {ex.OriginalMessage}", ExitCode.WrongInput, ex);
        }
    }

    public bool Has(string path) => folders.TryFind(path) is not null;

    public IReadOnlyList<string> Added(string phase) => folders.Added(phase);

    private static string Rename(System.Reflection.MemberInfo member) => SnakeCase.Of(member.Name);

    /// <summary>Exactly one line feed at the end, whatever loops left there.</summary>
    private static string Ended(string text) => text.TrimEnd('\n') + "\n";

    private static string At(SourceSpan span) => $"{span.FileName}:{span.Start.Line + 1}:{span.Start.Column + 1}";

    private Template Parsed(string path) => _templates.GetOrAdd(path, p =>
    {
        var source = folders.Find(p);
        var template = Template.Parse(source.Text, source.File);
        return !template.HasErrors
            ? template
            : throw new PipelineException(
                string.Join('\n', template.Messages.Select(m => $"{At(m.Span)}: {m.Message}")), ExitCode.WrongInput);
    });

    private WordyContext NewContext(string path) => new()
    {
        StrictVariables = true,
        EnableRelaxedMemberAccess = false,
        EnableRelaxedIndexerAccess = false,
        EnableRelaxedTargetAccess = false,
        EnableRelaxedFunctionAccess = false,
        NewLine = "\n",
        LoopLimit = LoopLimit,
        RecursiveLimit = 50,
        MemberRenamer = Rename,
        TemplateLoader = new Includes(folders, Path.GetDirectoryName(path)!.Replace('\\', '/').Split('/')[0]),
    };

    /// <summary>Enums print as the configuration writes them.</summary>
    private sealed class WordyContext : TemplateContext
    {
        public override string ObjectToString(object? value, bool nested = false) =>
            value is Enum word ? SnakeCase.Of(word) : base.ObjectToString(value, nested)!;
    }

    /// <summary><c>include 'parts/log.sql'</c> is looked up in the folder of the phase.</summary>
    private sealed class Includes(TemplateFolders folders, string phase) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => $"{phase}/{templateName}";

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => folders.Find(templatePath).Text;

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            ValueTask.FromResult<string?>(folders.Find(templatePath).Text);
    }
}
