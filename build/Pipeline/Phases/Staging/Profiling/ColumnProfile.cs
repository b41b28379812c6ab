using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>What a text column holds.</summary>
/// <param name="Rows">Of the whole table.</param>
/// <param name="Empty">Rows of the whole table without a value: NULL or blanks.</param>
/// <param name="Distinct">Different values in the whole table, approximately.</param>
/// <param name="Sample">Values of some rows, trimmed; no empty ones and none that mean nothing.</param>
internal sealed record ColumnProfile(string Name, long Rows, long Empty, long Distinct, ImmutableArray<string> Sample)
{
    /// <summary>Of the sampled values, 0 to 1.</summary>
    public double Share(Func<string, bool> holds) => Sample.IsEmpty ? 0 : (double)Sample.Count(holds) / Sample.Length;

    /// <summary>As a comment tells it: <c>99.8 % e-mail, 0.2 % empty, about 540 distinct</c>.</summary>
    public string Evidence(double share, string what) => string.Create(
        CultureInfo.InvariantCulture, $"{share * 100:0.#} % {what}, {100.0 * Empty / Rows:0.#} % empty, about {Distinct:0} distinct");
}

/// <summary>A column's settings that the data suggest.</summary>
/// <param name="Table"><c>{source}_{object}</c>.</param>
/// <param name="Rule">Null: the rule found by name and type stays.</param>
internal sealed record ColumnProposal(string Table, string Column, ColumnClass? Rule, string Evidence)
{
    public bool? DayFirst { get; init; }

    /// <summary>Of dates that are not read without being told.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    public bool? DecimalComma { get; init; }

    /// <summary>Of a JSON column, as the configuration writes them.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Something that is not as it would be without a word of configuration.</summary>
    public bool SaysSomething => Rule is not null || DayFirst is not null || DecimalComma is not null || !Formats.IsEmpty || !Keys.IsEmpty;
}
