using System.Text.Json;

namespace Cdp.TdLike;

/// <summary>What is to go wrong, from the file that TD_LIKE_CONTROL names; td itself has no such thing.</summary>
/// <param name="Command">The first words of the calls that it is for: <c>wf push</c>.</param>
/// <param name="Fault">See <see cref="Misbehaviour"/>.</param>
/// <param name="Times">How many calls; the rest go well.</param>
/// <param name="File">Whatever the fault needs: a transcript to replay, a place for a child's id.</param>
/// <param name="Unless">A word whose calls are left alone.</param>
public sealed record Rule(string Command, string Fault, int Times = 1, string? File = null, string? Unless = null);

internal sealed class Control(string path)
{
    /// <summary>The rule for this call, if one is left; each use is noted beside the file.</summary>
    public Rule? Next(string[] arguments)
    {
        var rules = JsonSerializer.Deserialize<Rule[]>(File.ReadAllText(path)) ?? [];
        var used = path + ".used";
        var words = string.Join(' ', arguments) + " ";
        for (var i = 0; i < rules.Length; i++)
        {
            var mark = $"{i}\n";
            var uses = File.Exists(used) ? File.ReadAllLines(used).Count(line => line == mark.TrimEnd()) : 0;
            if (words.StartsWith(rules[i].Command + " ", StringComparison.Ordinal) && uses < rules[i].Times
                && !(rules[i].Unless is { } unless && arguments.Contains(unless)))
            {
                File.AppendAllText(used, mark);
                return rules[i];
            }
        }

        return null;
    }

    /// <summary>What td was started with, one JSON object a line: for the tests of hygiene.</summary>
    public void Log(object call) => File.AppendAllText(path + ".calls", JsonSerializer.Serialize(call) + "\n");
}
