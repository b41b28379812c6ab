using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Checks;

/// <summary>Runs checks of the data and judges them, with the exceptions that the configuration allows.</summary>
internal sealed class DataChecks(IPlatform platform, ValidationConfig config)
{
    public async Task<ImmutableArray<CheckOutcome>> RunAsync(IReadOnlyList<DataCheck> checks, CancellationToken cancellation)
    {
        var outcomes = ImmutableArray.CreateBuilder<CheckOutcome>();
        foreach (var check in checks)
        {
            outcomes.Add(await RunAsync(check, cancellation));
        }

        return outcomes.ToImmutable();
    }

    private async Task<CheckOutcome> RunAsync(DataCheck check, CancellationToken cancellation)
    {
        string? wrong;
        try
        {
            wrong = check.Judge(await platform.QueryAsync(new(check.Sql, check.Database), cancellation));
        }
        catch (QueryException ex)
        {
            wrong = $"It could not be checked: {ex.Message}";
        }

        return wrong is null
            ? new(check.Id, check.Subject, CheckVerdict.Passed, check.Description)
            : Excepted(check) is { } reason
                ? new(check.Id, check.Subject, CheckVerdict.Accepted, $"{wrong} (accepted: {reason})")
                : new(check.Id, check.Subject, Verdict(check.Severity), wrong);
    }

    private string? Excepted(DataCheck check) => config.Exceptions
        .FirstOrDefault(e => e.Id == check.Id && (e.Table is null || check.Subject.Split('.').Contains(e.Table)))?.Reason;

    private static CheckVerdict Verdict(CheckSeverity severity) => severity switch
    {
        CheckSeverity.Failure => CheckVerdict.Failed,
        CheckSeverity.Warning => CheckVerdict.Warning,
        _ => CheckVerdict.Passed,
    };
}
