using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData;

/// <summary>Why a query's job failed. TD tells it in the job's output alone; the emulator by name as well.</summary>
internal static partial class JobFailure
{
    /// <param name="output">The job's log.</param>
    /// <param name="message">Where the platform says it apart from the log.</param>
    public static QueryException Of(string output, string status, string? errorName = null, string? message = null)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries);
        var said = message
            ?? lines.FirstOrDefault(line => line.Contains("failed", StringComparison.OrdinalIgnoreCase))
            ?? lines.LastOrDefault(line => line.Length > 0)
            ?? status;
        var place = Place().Match(said);
        return new(errorName, KnownSecrets.WithoutKeys(said), Number(place, 1), Number(place, 2));
    }

    private static int? Number(Match place, int group) =>
        place.Success ? int.Parse(place.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"line (\d{1,9}):(\d{1,9}): ")]
    private static partial Regex Place();
}
