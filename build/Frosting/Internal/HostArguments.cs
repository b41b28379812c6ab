using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

internal enum HostMode
{
    Build,
    DryRun,
    Tree,
    Description,
}

/// <summary>Cake's own switches, and all others as they were given.</summary>
internal sealed record HostArguments(
    IReadOnlyList<string> Targets, HostMode Mode, bool Exclusive, Verbosity Verbosity, ILookup<string, string> All)
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["t"] = "target",
        ["v"] = "verbosity",
        ["e"] = "exclusive",
        ["w"] = "working",
        ["descriptions"] = "description",
        ["showdescription"] = "description",
        ["showdescriptions"] = "description",
        ["showtree"] = "tree",
        ["noop"] = "dryrun",
        ["whatif"] = "dryrun",
    };

    private static readonly HashSet<string> Flags =
        new(["exclusive", "description", "tree", "dryrun", "version", "info"], StringComparer.OrdinalIgnoreCase);

    public static HostArguments Parse(IEnumerable<string> args)
    {
        var all = Pairs([.. args]).ToLookup(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase);
        return new(
            all["target"].DefaultIfEmpty("Default").ToList(),
            all.Contains("dryrun") ? HostMode.DryRun
                : all.Contains("tree") ? HostMode.Tree
                : all.Contains("description") ? HostMode.Description
                : HostMode.Build,
            all.Contains("exclusive"),
            Enum.TryParse<Verbosity>(all["verbosity"].LastOrDefault(), ignoreCase: true, out var verbosity)
                ? verbosity
                : Verbosity.Normal,
            all);
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var parts = args[i].TrimStart('-').Split('=', 2);
            var name = Aliases.GetValueOrDefault(parts[0], parts[0]);
            if (parts.Length == 2)
            {
                yield return (name, parts[1]);
            }
            else if (!Flags.Contains(name) && i + 1 < args.Length && !args[i + 1].StartsWith('-'))
            {
                yield return (name, args[++i]);
            }
            else
            {
                yield return (name, string.Empty);
            }
        }
    }
}
