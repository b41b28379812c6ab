namespace Cdp.Pipeline.Configuration;

/// <summary>Something wrong at a place of the configuration.</summary>
/// <param name="Path">As <c>ingestion.sources[0].connector</c>; the loader finds line and column by it.</param>
/// <param name="Message">A sentence: what is wrong with the value, and what to do.</param>
public sealed record ConfigProblem(string Path, string Message);
