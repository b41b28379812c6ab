using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Rules;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>What can be wrong with the phase's settings although each is of the right form.</summary>
internal sealed class StagingReview(PipelineConfig config)
{
    private ImmutableArray<StagingTableConfig> Tables => config.Staging.Tables ?? [];

    public IEnumerable<ConfigProblem> Problems() =>
    [
        .. Country("staging.country", config.Staging.Country),
        .. Tables.SelectMany((table, n) => Table(table, $"staging.tables[{n}]")),
    ];

    private IEnumerable<ConfigProblem> Table(StagingTableConfig table, string path)
    {
        var known = PipelineResolver.Resolve(config).Staging.Tables.Select(t => t.Id).ToList();
        var others = table.DependsOn.Select((t, n) => (Name: t, Path: $"{path}.depends_on[{n}]"))
            .Concat(table.Joins.Select((j, n) => (Name: j.Table, Path: $"{path}.joins[{n}].table")));
        foreach (var (name, place) in others.Where(o => !known.Contains(o.Name) || o.Name == table.Name))
        {
            yield return new(place, $"'{name}' is not another staging table. There are: {string.Join(", ", known)}.");
        }

        foreach (var (name, column) in table.Columns)
        {
            foreach (var problem in Column(column, $"{path}.columns.{name}"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ConfigProblem> Column(StagingColumnConfig column, string path)
    {
        for (var n = 0; n < column.Formats.Length; n++)
        {
            if (Complaint(() => DateForm.Parse(column.Formats[n]).Pattern) is { } message)
            {
                yield return new($"{path}.formats[{n}]", message);
            }
        }

        foreach (var problem in column.Country is { } country ? Country($"{path}.country", country) : [])
        {
            yield return problem;
        }
    }

    private static IEnumerable<ConfigProblem> Country(string path, string country)
    {
        if (Complaint(() => CallingCodes.Find(country)) is { } message)
        {
            yield return new(path, message);
        }
    }

    private static string? Complaint(Func<string> attempt)
    {
        try
        {
            attempt();
            return null;
        }
        catch (PipelineException ex)
        {
            return ex.Message;
        }
    }
}
