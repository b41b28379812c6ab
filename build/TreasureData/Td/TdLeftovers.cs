using Cdp.Pipeline;

namespace Cdp.TreasureData.Td;

/// <summary>Outside the US td writes the key into a file of its own below <c>~/.td/digdag/tmp</c> and removes it at its
/// end (spec/td_cli.md §3.1) — unless it is killed. Those that hold our key are removed here.</summary>
internal static class TdLeftovers
{
    /// <summary>Older than any call of ours may be.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(30);

    /// <param name="before">Only folders older than this; null for any.</param>
    /// <param name="after">Only folders made after this; null for any.</param>
    public static void Sweep(Secret key, DateTimeOffset? before, DateTimeOffset? after = null)
    {
        var folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".td", "digdag", "tmp");
        if (key.Value.Length == 0 || !Directory.Exists(folder))
        {
            return;
        }

        foreach (var one in Directory.EnumerateDirectories(folder, "d*"))
        {
            var made = Directory.GetLastWriteTimeUtc(one);
            if ((before is null || made < before.Value.UtcDateTime) && (after is null || made >= after.Value.UtcDateTime.AddSeconds(-1)))
            {
                Remove(one, key);
            }
        }
    }

    private static void Remove(string folder, Secret key)
    {
        try
        {
            var config = Path.Combine(folder, "config");
            if (File.Exists(config) && File.ReadAllText(config).Contains(key.Value, StringComparison.Ordinal))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (IOException)
        {
            // td itself is removing it.
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's.
        }
    }
}
