using Cdp.TdLike;
using Cdp.TreasureData.Td;

namespace Cdp.EndToEnd.Failures;

/// <summary>Calls that are to go wrong are made of a real program, started as td is; all others are answered by the same code
/// without a process, which is what makes thirty runs affordable.</summary>
internal sealed class TdWhereItFails(ITdProgram started, ITdProgram quick, Rule[] rules) : ITdProgram
{
    private readonly List<string> _asked = [];

    /// <summary>Every call, in words.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>How many calls were given to the started program.</summary>
    public int Started { get; private set; }

    public Task<TdOutput> RunAsync(TdCommand command, CancellationToken cancellation)
    {
        var words = string.Join(' ', command.Arguments);
        _asked.Add(words);
        if (!rules.Any(rule => $"{words} ".StartsWith(rule.Command + " ", StringComparison.Ordinal)
            && !(rule.Unless is { } unless && command.Arguments.Contains(unless))))
        {
            return quick.RunAsync(command, cancellation);
        }

        Started++;
        return started.RunAsync(command, cancellation);
    }
}
