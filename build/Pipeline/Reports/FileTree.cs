namespace Cdp.Pipeline.Reports;

/// <summary>Paths as the tree that the seed's report draws: files of a folder first, then its folders.</summary>
internal static class FileTree
{
    public static IEnumerable<string> Of(string root, IEnumerable<string> paths) =>
        Lines(paths.Select(p => p.Split('/')).ToArray(), string.Empty).Prepend(root + "/");

    private static IEnumerable<string> Lines(IReadOnlyCollection<string[]> paths, string indent)
    {
        var files = paths.Where(p => p.Length == 1).Select(p => (Name: p[0], Below: Array.Empty<string[]>()));
        var folders = paths.Where(p => p.Length > 1)
            .GroupBy(p => p[0], StringComparer.Ordinal)
            .Select(g => (Name: g.Key + "/", Below: g.Select(p => p[1..]).ToArray()));
        var entries = files.Concat(folders).ToArray();
        for (var i = 0; i < entries.Length; i++)
        {
            var last = i == entries.Length - 1;
            yield return $"{indent}{(last ? "└── " : "├── ")}{entries[i].Name}";
            foreach (var line in Lines(entries[i].Below, indent + (last ? "    " : "│   ")))
            {
                yield return line;
            }
        }
    }
}
