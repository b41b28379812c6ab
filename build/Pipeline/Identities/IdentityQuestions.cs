using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Identities;

/// <summary>What can be asked about persons: <c>--target=Explain, WhatIf, Exclude, Stats</c>. Only Exclude changes anything.</summary>
public sealed class IdentityQuestions(IPlatform platform, PipelineConfig config, CancellationToken cancellation)
{
    /// <param name="value">A value of a key, or the id of a person.</param>
    /// <param name="key">The key it is a value of; null for any.</param>
    public async Task<IdentityAnswer> ExplainAsync(string value, string? key)
    {
        var plan = await PlanAsync(config);
        var found = await new Explainer(platform, plan).ExplainAsync(value, key, cancellation);
        var text = new ExplanationText(plan);
        return new(
            string.Join('\n', found.Select(text.Sentences)),
            new JsonArray([.. found.Select(text.Json)]),
            string.Join('\n', found.Select(text.Mermaid)),
            string.Join('\n', found.Select(text.Dot)));
    }

    public async Task<IdentityAnswer> WithoutKeyAsync(string key)
    {
        var plan = await PlanAsync(config);
        return await CompareAsync(plan, plan.Without(key), $"Without the key {key}");
    }

    /// <summary>The unification of another configuration over the tables of this one.</summary>
    public async Task<IdentityAnswer> WithRulesAsync(UnificationConfig rules, string file) => await CompareAsync(
        await PlanAsync(config), await PlanAsync(config with { Unification = rules }), $"With the rules of {file}");

    /// <param name="tables">By their names in the configuration or in staging; none for all.</param>
    /// <param name="note">Null to look only: nothing is added.</param>
    public async Task<IdentityAnswer> ExcludeAsync(
        string key, ImmutableArray<string> values, ImmutableArray<string> tables, string? note, DateTimeOffset now)
    {
        var plan = await PlanAsync(config);
        var known = plan.Keys.FirstOrDefault(k => k.Name == key) ?? throw new PipelineException(
            $"There is no key '{key}'.{Suggestion.For(key, plan.Keys.Select(k => k.Name))}", ExitCode.WrongInput);
        ImmutableArray<string> scope = [.. tables.Select(t => Table(plan, t))];
        var list = new ExclusionList(platform, plan);
        var touched = await list.TouchedAsync(known, values, cancellation);
        if (note is not null)
        {
            await list.AddAsync(known, values, scope, note, now, cancellation);
        }

        return new(ExclusionList.Text(touched, note is not null), ExclusionList.Json(touched, note is not null));
    }

    public async Task<IdentityAnswer> StatsAsync()
    {
        var stats = await new IdentityStats(platform, await PlanAsync(config)).ReadAsync(cancellation);
        return new(stats.Text(), stats.Json());
    }

    private static string Table(IdentityPlan plan, string name) =>
        plan.Tables.FirstOrDefault(t => t.Name == name || t.Table == name)?.Table ?? throw new PipelineException(
            $"The table '{name}' is not unified.{Suggestion.For(name, plan.Tables.Select(t => t.Name))}", ExitCode.WrongInput);

    private async Task<IdentityAnswer> CompareAsync(IdentityPlan now, IdentityPlan then, string rules)
    {
        var found = WhatIf.Compare(
            (now, await new IdentityReader(platform, now).RecordsAsync(cancellation)),
            (then, await new IdentityReader(platform, then).RecordsAsync(cancellation)));
        return new(found.Text(rules), found.Json());
    }

    private async Task<IdentityPlan> PlanAsync(PipelineConfig rules)
    {
        var pipeline = PipelineResolver.Resolve(rules);
        var tables = await platform.DescribeTablesAsync(pipeline.Unification.SourceDatabase, cancellation);
        return new IdentityPlanner(pipeline, new SchemaCatalog(tables.Select(t => new TableSchema(new(t.Database, t.Table), t.Columns)))).Plan();
    }
}

/// <summary>An answer in the forms that it can be had in.</summary>
/// <param name="Mermaid">A small graph, where there is one.</param>
/// <param name="Dot">The same for Graphviz.</param>
public sealed record IdentityAnswer(string Text, JsonNode Json, string? Mermaid = null, string? Dot = null);
