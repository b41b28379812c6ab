using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed partial class SidesHaveTheSameColumns : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-10", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "Both sides give the same columns in the same order as the table has them, and every NULL has a type.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from union in UnionConfig.Of(scope)
        let sql = scope.Project.Text(union.Union)
        where sql is not null
        from problem in Look(union, SqlOutline.WithoutComments(sql))
        select problem;

    private static IEnumerable<FileProblem> Look(UnionConfig union, string sql)
    {
        var lists = SqlOutline.SelectLists(sql).Where(l => l.Count > 1 || l[0] != "*").ToArray();
        var wanted = Inserted().Match(sql) is { Success: true } match
            ? [.. SqlOutline.Items(match.Groups["columns"].Value).Select(SqlOutline.NameOf)]
            : lists.Length > 0 ? lists[0].Select(SqlOutline.NameOf).ToArray() : [];
        foreach (var names in lists.Select(l => l.Select(SqlOutline.NameOf).ToArray()).Where(names => !names.SequenceEqual(wanted)))
        {
            yield return new(union.Union, 1, 1, $"A side gives other columns than the table has: {Difference(wanted, names)}.");
        }

        foreach (var item in lists.SelectMany(l => l).Where(i => i.StartsWith("NULL", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new(union.Union, 1, 1, $"'{item}' has no type. Write CAST(NULL AS …).");
        }
    }

    private static string Difference(string[] wanted, string[] found) =>
        wanted.Except(found).FirstOrDefault() is { } missing ? $"{missing} is missing"
        : found.Except(wanted).FirstOrDefault() is { } more ? $"{more} is too many"
        : "they stand in another order";

    [GeneratedRegex(@"INSERT\s+INTO\s+[\w."" ]+\((?<columns>[^)]*)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Inserted();
}
