using System.Globalization;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps.Looking;

/// <summary>Looks, before a run, at everything a run needs. Changes nothing.</summary>
public sealed class Doctor
{
    private const long LeastFreeBytes = 1L << 30;

    private static readonly TimeSpan _skew = TimeSpan.FromSeconds(60);

    private readonly RunParts _parts;
    private readonly ProjectFindings _projects;
    private readonly List<Finding> _findings = [];

    public Doctor(RunParts parts)
    {
        _parts = parts;
        _projects = new(parts);
    }

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation)
    {
        _findings.Clear();
        Machine();
        await ToolsAsync(cancellation);
        if (await ReachedAsync(cancellation) && await KnownAsync(cancellation) is { } account)
        {
            _findings.AddRange(await _projects.DatabasesAsync(account, cancellation));
            _findings.AddRange(await _projects.ProjectsAsync(cancellation));
        }
        else
        {
            _findings.Add(Finding.Unknown("databases, projects, secrets", "they can be looked at once the platform answers and takes the key"));
        }

        _findings.AddRange(Connections());
        return _findings;
    }

    /// <summary>What only the platform's own screens tell.</summary>
    private IEnumerable<Finding> Connections() =>
        from source in _parts.Pipeline.Ingestion.Sources
        where _parts.Pipeline.Config.Platform is PlatformKind.TreasureData
        let id = source.Parameters["td_authentication_id"]?.ToString()
        select Finding.Unknown(
            $"connection of {source.Name}",
            id is null
                ? $"{source.Connector}: whether the source lets us in shows with the first load"
                : $"{source.Connector}, authentication {id}: it cannot be checked from outside; test it in TD Console under Integrations Hub");

    private void Machine()
    {
        var root = Path.GetFullPath(_parts.Workspace.Root);
        var existing = new DirectoryInfo(root);
        while (!existing.Exists && existing.Parent is { } parent)
        {
            existing = parent;
        }

        var drive = new DriveInfo(existing.FullName);
        _findings.Add(drive.AvailableFreeSpace >= LeastFreeBytes
            ? Finding.Good("disk", $"{Bytes(drive.AvailableFreeSpace)} free for {root}")
            : Finding.Bad("disk", $"only {Bytes(drive.AvailableFreeSpace)} free for {root}", "Free some space, or choose another --workspace."));
    }

    private async Task ToolsAsync(CancellationToken cancellation)
    {
        var tools = await _parts.Platform.ListToolsAsync(cancellation);
        _findings.AddRange(tools.Select(t => t.Version is { } version && t.Remedy is null
            ? Finding.Good(t.Name, version)
            : Finding.Bad(t.Name, t.Version ?? "it does not run", t.Remedy ?? "Install it, or use transport: rest.")));
        if (tools.Count == 0)
        {
            _findings.Add(Finding.Good("programs", $"{_parts.Platform.Name}: none are needed"));
        }
    }

    private async Task<bool> ReachedAsync(CancellationToken cancellation)
    {
        try
        {
            var skew = await _parts.Platform.GetServerTimeAsync(cancellation) - TimeProvider.System.GetUtcNow();
            _findings.Add(Finding.Good("region", $"{_parts.Endpoint} answers"));
            _findings.Add(skew.Duration() <= _skew
                ? Finding.Good("clock", $"within {Texts.Span(_skew)} of the platform's")
                : Finding.Bad("clock", $"it differs from the platform's by {Texts.Span(skew.Duration())}", "Set this machine's clock (NTP): session times and windows come from it."));
            return true;
        }
        catch (PlatformException ex)
        {
            _findings.Add(Finding.Bad("region", ex.Message, $"Check region: ({SnakeCase.Of(_parts.Pipeline.Config.Region)}), endpoint: and the network; proxies are taken from HTTPS_PROXY."));
            return false;
        }
    }

    private async Task<AccountInfo?> KnownAsync(CancellationToken cancellation)
    {
        try
        {
            var account = await _parts.Platform.GetAccountAsync(cancellation);
            _findings.Add(Finding.Good("key", Text(account)));
            return account;
        }
        catch (PlatformException ex)
        {
            _findings.Add(Finding.Bad("key", ex.Message, "Check TD_API_KEY; keys are listed at https://console.treasuredata.com/app/users.") with
            {
                ExitCode = ex.ExitCode,
            });
            return null;
        }
    }

    private static string Text(AccountInfo account)
    {
        string?[] parts =
        [
            account.AccountId is { } id ? $"account {id}" : null,
            account.Email ?? account.UserName,
            account.Administrator is true ? "administrator" : null,
        ];
        return parts.Any(p => p is not null) ? string.Join(", ", parts.OfType<string>()) : "it is accepted";
    }

    private static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count / (double)(1L << 30):0.0} GB");
}

public enum Health
{
    Good,
    Bad,
    Unknown,
}

/// <param name="Remedy">What to do; only where something is wrong.</param>
public sealed record Finding(string Subject, Health Health, string Detail, string? Remedy)
{
    public ExitCode ExitCode { get; init; } = ExitCode.StepFailed;

    public static Finding Good(string subject, string detail) => new(subject, Health.Good, detail, null);

    public static Finding Bad(string subject, string detail, string remedy) => new(subject, Health.Bad, detail, remedy);

    public static Finding Unknown(string subject, string detail) => new(subject, Health.Unknown, detail, null);
}
