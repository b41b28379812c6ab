using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Checks;

/// <summary>One question to the data after a phase has run.</summary>
/// <param name="Id">The gate's id (spec, cdp_phases §5): <c>UN-17</c>.</param>
/// <param name="Subject">What it is about, mostly a table: <c>acme_unif.shop_orders_stg_enriched</c>.</param>
/// <param name="Severity">What a failure means.</param>
/// <param name="Description">What is true when all is well, as a sentence.</param>
/// <param name="Sql">Trino SQL with qualified names; <paramref name="Database"/> is the session's.</param>
/// <param name="Judge">Null when all is well, else what is wrong with its figures. Thresholds are part of <paramref name="Description"/>.</param>
public sealed record DataCheck(
    string Id,
    string Subject,
    CheckSeverity Severity,
    string Description,
    string Database,
    string Sql,
    Func<QueryResult, string?> Judge);

public enum CheckSeverity
{
    Info,
    Warning,
    Failure,
}

/// <param name="Message">What was found; for a passed check its description.</param>
public sealed record CheckOutcome(string Id, string Subject, CheckVerdict Verdict, string Message);

public enum CheckVerdict
{
    Passed,
    Warning,
    Failed,

    /// <summary>Failed, but accepted by an exception in the configuration, with its reason.</summary>
    Accepted,
}

/// <summary>Figures for the report from one row: each column is a metric of that name.</summary>
/// <param name="Section">Under which heading: <c>Ingestion Coverage</c>, <c>Staging Transformation</c>, <c>ID Unification Results</c>.</param>
/// <param name="Labels">Column to text: <c>unique_ids</c> → <c>Unique customer IDs</c>.</param>
public sealed record MetricQuery(
    string Section, string Database, string Sql, IReadOnlyList<Metric> Labels);

/// <param name="Unit">Put behind the figure, such as <c>%</c>, or nothing.</param>
public sealed record Metric(string Column, string Label, string Unit = "");
