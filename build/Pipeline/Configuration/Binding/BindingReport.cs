using System.Globalization;
using Cdp.Yaml;

namespace Cdp.Pipeline.Configuration.Binding;

/// <summary>Gathers what is wrong and remembers where each path of the configuration was written.</summary>
internal sealed class BindingReport
{
    private readonly List<(Position Position, string Message)> _problems = [];
    private readonly Dictionary<string, Position> _positions = new(StringComparer.Ordinal);

    public bool HasProblems => _problems.Count > 0;

    public void Bound(string path, Position position) => _positions[path] = position;

    public void Problem(Position position, string message) => _problems.Add((position, message));

    /// <summary>A problem of meaning, told by path: it is shown at the nearest place that was written.</summary>
    public void Problem(ConfigProblem problem) => Problem(Nearest(problem.Path), problem.Message);

    /// <summary>All problems in the order of the file, one a line.</summary>
    public void ThrowIfAny()
    {
        if (HasProblems)
        {
            var lines = _problems
                .OrderBy(p => p.Position.Line).ThenBy(p => p.Position.Column)
                .Select(p => $"{p.Position}: {OneLine(p.Message)}")
                .Distinct(StringComparer.Ordinal);
            throw new PipelineException(string.Join('\n', lines), ExitCode.WrongInput);
        }
    }

    /// <summary>A value with a line feed must not look like two problems.</summary>
    private static string OneLine(string message) => string.Concat(
        message.Select(c => char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString()));

    private Position Nearest(string path)
    {
        while (path.Length > 0)
        {
            if (_positions.TryGetValue(path, out var position))
            {
                return position;
            }

            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return _positions[string.Empty];
    }
}
