namespace Cdp.Trino.Tests.Conformance;

internal enum Outcome
{
    Equal,

    /// <summary>NOT_SUPPORTED_LOCALLY: no answer, and none that misleads.</summary>
    Refused,

    /// <summary>Another value, another type, an answer for an error or an error for an answer.</summary>
    Different,

    /// <summary>Both fail, under different names.</summary>
    WrongError,
}

internal sealed record Verdict(string Id, Outcome Outcome, string Sql, string Expected, string Actual);
