using Cdp.Pipeline.Files;

namespace Cdp.Pipeline.Templating;

/// <summary>Where templates are found: a user's file wins over the product's at the same path.</summary>
/// <param name="product">The folder <c>templates</c> of this project.</param>
/// <param name="own">The folder <c>template_folder:</c> of the configuration, or null.</param>
public sealed class TemplateFolders(FileStore files, string product, string? own)
{
    /// <summary>Ending of a file whose text is added at the end of the generated file that it is named after.</summary>
    public const string Extra = ".extra";

    private (string Path, string Text)? _instead;

    /// <param name="path">Below the folders, with <c>/</c>: <c>hist_union/queries/table_union.sql</c>.</param>
    public Source Find(string path) => TryFind(path)
        ?? throw new PipelineException($"There is no template {path} in {product}.");

    public Source? TryFind(string path) => _instead is { } other && other.Path == path
        ? new Source(path, Normal(other.Text))
        : Candidates(path)
        .Where(files.Exists)
        .Select(file => new Source(file, Normal(files.ReadText(file))))
        .FirstOrDefault();

    /// <summary>The user's own file at the path; null where there is none.</summary>
    public string? OwnFile(string path) =>
        own is not null && Path.Combine(own, path) is var file && files.Exists(file) ? file : null;

    /// <summary>The same folders, but with another text at one path: to see what would become of it.</summary>
    public TemplateFolders With(string path, string text) => new(files, product, own) { _instead = (path, text) };

    /// <summary>Files of the user's folder that are no template of ours: they join the phase's project. Below the phase's folder.</summary>
    public IReadOnlyList<string> Added(string phase) => own is null || !files.FolderExists(Path.Combine(own, phase))
        ? []
        :
        [
            .. files.List(Path.Combine(own, phase))
                .Where(path => !path.EndsWith(Extra, StringComparison.Ordinal)
                    && !path.StartsWith("connectors/", StringComparison.Ordinal)
                    && path != "samples.yml"
                    && !files.Exists(Path.Combine(product, phase, path)))
                .Order(StringComparer.Ordinal),
        ];

    private IEnumerable<string> Candidates(string path)
    {
        if (own is not null)
        {
            yield return Path.Combine(own, path);
        }

        yield return Path.Combine(product, path);
    }

    /// <summary>A checkout on Windows must generate the same bytes.</summary>
    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <param name="File">For messages.</param>
    public sealed record Source(string File, string Text);
}
