using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Staging.Profiling;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Pipeline.Steps;

/// <summary><c>staging.profile: true</c>: rules that the data suggest, written into the configuration for review. The run itself goes on as it was configured.</summary>
internal sealed class StagingProfile(RunParts parts)
{
    /// <summary>What hist-union adds.</summary>
    private static readonly HashSet<string> _added = ["record_origin", "union_batch_id", "load_batch_id"];

    private readonly TableProfiler _tables = new(parts.Platform, parts.Pipeline.Config.Staging.NullTokens);
    private readonly RuleProposer _rules = new(parts.Pipeline.Config.Staging.DayFirst, parts.Pipeline.Config.Staging.DecimalComma);
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    public async Task ProposeAsync(SchemaCatalog schemas, CancellationToken cancellation)
    {
        var proposals = await FindAsync(schemas, cancellation);
        if (parts.ConfigFile is not { } file)
        {
            return;
        }

        var before = parts.Files.ReadText(file);
        var tables = parts.Pipeline.Staging.Tables.Select(t => t.Id).ToArray();
        if (ProposedConfig.Of(before, parts.Pipeline.Config.Environment, tables, proposals) is not { } proposed)
        {
            Say(proposals, $"⚠ {file} could not be changed without touching something else; it stays. Set staging.profile to false there, and copy what fits:");
            return;
        }

        if (proposals.IsEmpty)
        {
            parts.Files.WriteText(file, proposed.Text);
            parts.View.Say($"staging.profile: the data give no reason for other rules. {file} says profile: false now.");
            return;
        }

        var diff = string.Join('\n', LineDiff.Of(before, proposed.Text)).Replace("\r", string.Empty, StringComparison.Ordinal);
        if (await parts.Prompt.AskAsync(_questions.ProfileProposals(file, diff), cancellation) == Answer.Write)
        {
            parts.Files.WriteText(file, proposed.Text);
            var written = proposals.Length - proposed.Left.Length;
            parts.View.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"✓ {file} has {written} proposed {(written == 1 ? "rule" : "rules")}. This run goes on with the rules as they were: review the lines, then run the same command again."));
        }

        if (!proposed.Left.IsEmpty)
        {
            Say(proposed.Left, $"⚠ To these tables of {file}, as they are written (in braces, or shared), no lines can be added. Copy what fits:");
        }
    }

    /// <summary>In the order of the configuration; only columns that nobody configured.</summary>
    internal async Task<ImmutableArray<ColumnProposal>> FindAsync(SchemaCatalog schemas, CancellationToken cancellation)
    {
        var asked = new AskedColumns(parts.Pipeline);
        var found = ImmutableArray.CreateBuilder<ColumnProposal>();
        foreach (var table in parts.Pipeline.Staging.Tables)
        {
            var name = new TableName(parts.Pipeline.Staging.SourceDatabase, table.SourceTable);
            var compared = asked.Compared(table);
            string[] columns = [.. (schemas.Find(name)?.Columns ?? []).Where(c => IsOpen(c, table)).Select(c => c.Name)];
            foreach (var column in await _tables.LookAsync(name, columns, cancellation))
            {
                if (_rules.Propose(table.Id, column, compared.Contains(column.Name)) is { } proposal)
                {
                    found.Add(proposal);
                }
            }
        }

        return found.ToImmutable();
    }

    private static bool IsOpen(ColumnDescription column, ResolvedStagingTable table) =>
        column.Type.StartsWith("varchar", StringComparison.Ordinal) && !_added.Contains(column.Name)
        && table.Config?.Columns.ContainsKey(column.Name) is not true;

    private void Say(ImmutableArray<ColumnProposal> proposals, string intro) => parts.View.Say(string.Join('\n', proposals
        .GroupBy(p => p.Table, StringComparer.Ordinal)
        .SelectMany(t => ProposalLines.Of([.. t], 8).Prepend($"    - name: {t.Key}\n      columns:"))
        .Prepend(intro)));
}
