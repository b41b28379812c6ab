using Cdp.Pipeline.Files;

namespace Cdp.Pipeline.Templating;

/// <summary>Where templates are found: a user's file wins over the product's at the same path.</summary>
/// <param name="product">The folder <c>templates</c> of this project.</param>
/// <param name="own">The folder <c>template_folder:</c> of the configuration, or null.</param>
public sealed class TemplateFolders(FileStore files, string product, string? own)
{
    /// <param name="path">Below the folders, with <c>/</c>: <c>hist_union/queries/table_union.sql</c>.</param>
    public Source Find(string path) => TryFind(path)
        ?? throw new PipelineException($"There is no template {path} in {product}.");

    public Source? TryFind(string path) => Candidates(path)
        .Where(files.Exists)
        .Select(file => new Source(file, Normal(files.ReadText(file))))
        .FirstOrDefault();

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
