using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Gates.Orchestration;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Reports;

/// <summary><c>pipeline_report.md</c>: the seed's report, from the state alone, so that it can be written at any time.</summary>
public sealed class ReportWriter(RunParts parts)
{
    private const string Cleaned = "Staging Transformation";

    private static readonly ImmutableArray<string> _sections = ["Ingestion Coverage", Cleaned, "ID Unification Results"];

    /// <returns>Where it was written.</returns>
    /// <exception cref="PipelineException">The text would hold a key (gate OR-08); nothing is written.</exception>
    public string Write(RunState state)
    {
        var text = Text(state);
        var found = new ReportHoldsNoKey().Look(new()
        {
            Pipeline = parts.Pipeline,
            Phase = Cdp.Pipeline.Phase.Unification,
            Files = new Dictionary<string, string> { [ReportHoldsNoKey.Report] = text },
            Now = parts.Clock.GetUtcNow(),
        });
        if (found.FirstOrDefault() is { } problem)
        {
            throw new PipelineException(problem.ToString(), ExitCode.ValidationFailed);
        }

        parts.Files.WriteText(parts.Workspace.ReportFile, KnownSecrets.WithoutKeys(text));
        return parts.Workspace.ReportFile;
    }

    public string Text(RunState state) =>
        new TemplateRenderer(parts.Templates).Render("report/pipeline_report.md", Model(state));

    private ReportModel Model(RunState state)
    {
        var now = state.CompletedAt ?? parts.Clock.GetUtcNow();
        var unification = parts.Pipeline.Unification;
        return new()
        {
            PipelineId = state.PipelineId,
            Finished = state.CompletedAt is not null,
            Started = Texts.Time(state.StartedAt),
            Completed = state.CompletedAt is { } at ? Texts.Time(at) : "not yet",
            TotalDuration = Texts.Elapsed(now - state.StartedAt),
            Phases = [.. PhaseNames.All.Select(p => Phase(p, state[p]))],
            Total = Total(state, now),
            Sections = [.. _sections.Select(title => new ReportSection(title, Figures(state, title))).Where(s => !s.Figures.IsEmpty)],
            Checks = [.. PhaseNames.All.SelectMany(p => state[p].AllChecks
                .Where(c => c.Verdict is not CheckVerdict.Passed)
                .Select(c => new ReportCheck(p.Folder(), Mark(c.Verdict), c)))],
            Endpoint = state.GlobalConfig.TdEndpoint,
            Local = parts.Pipeline.Config.Platform is PlatformKind.Local,
            Client = parts.Pipeline.Client,
            LogFolder = $"pipeline_logs/{Path.GetFileName(parts.Workspace.Logs(state.StartedAt))}/",
            IngestionDatabase = parts.Pipeline.Ingestion.Database,
            UnificationDatabase = unification.Database,
            MasterTable = unification.MasterTable,
            SampleTable = unification.Tables.IsEmpty ? unification.LookupTable : unification.Tables[0].Enriched,
            Sources = [.. parts.Pipeline.Ingestion.Sources.Select(s => s.Name)],
        };
    }

    private static ImmutableArray<Figure> Figures(RunState state, string section)
    {
        ImmutableArray<Figure> figures = [.. PhaseNames.All.SelectMany(p => state[p].Figures).Where(f => f.Section == section)];
        return section == Cleaned && !figures.IsEmpty ? [.. Sums(state), .. figures] : figures;
    }

    private static IEnumerable<Figure> Sums(RunState state)
    {
        var (read, kept) = (Rows(state[Cdp.Pipeline.Phase.HistUnion]), Rows(state[Cdp.Pipeline.Phase.Staging]));
        return
        [
            new(Cleaned, "Tables transformed", Texts.Count(state[Cdp.Pipeline.Phase.Staging].Tables.Length)),
            new(Cleaned, "Records processed", Texts.Count(read)),
            new(Cleaned, "Data quality improvements", $"Applied; {Texts.Count(kept)} rows remain, one per record"),
        ];
    }

    private ReportPhase Phase(Phase phase, PhaseState state)
    {
        ImmutableArray<string> files = [.. Manifest.Read(parts.Files, parts.Workspace.Manifest(phase)).Files.Keys
            .Where(f => !f.StartsWith("schemas/", StringComparison.Ordinal))];
        return new(
            (int)phase + 1,
            phase is Cdp.Pipeline.Phase.HistUnion ? "Hist-Union" : phase.ToString(),
            Status(state.Status),
            Texts.Elapsed(Executed(state)),
            Texts.Count(state.Tables.Length),
            Texts.Count(Rows(state)),
            state.Executions.IsEmpty ? "-" : string.Join(", ", state.Executions.Select(e => e.SessionId ?? "-")),
            state.Project ?? parts.Pipeline.Project(phase),
            phase.Folder(),
            files.Length,
            [.. FileTree.Of(phase.Folder(), files)],
            state.Executions);
    }

    private ReportTotal Total(RunState state, DateTimeOffset now)
    {
        var phases = PhaseNames.All.Select(p => state[p]).ToArray();
        return new(
            phases.All(p => p.Status is PhaseStatus.Success) ? "✓" : "-",
            Texts.Elapsed(now - state.StartedAt),
            Texts.Count(phases.Sum(p => p.Tables.Length)),
            Texts.Count(phases.Sum(Rows)),
            phases.Sum(p => p.FilesGenerated));
    }

    private static long Rows(PhaseState state) => state.Tables.Where(t => t.Counted).Sum(t => t.Rows);

    private static TimeSpan Executed(PhaseState state) => TimeSpan.FromSeconds(state.Executions.Sum(e => e.DurationSeconds ?? 0));

    private static string Status(PhaseStatus status) => status switch
    {
        PhaseStatus.Success => "✓ Success",
        PhaseStatus.Failed => "✗ Failed",
        PhaseStatus.Skipped => "⚠ Skipped",
        PhaseStatus.Running => "⏳ Running",
        _ => "Pending",
    };

    private static string Mark(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Failed => "✗",
        CheckVerdict.Accepted => "accepted",
        _ => "⚠",
    };
}
