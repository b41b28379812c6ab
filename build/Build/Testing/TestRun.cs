using System.Globalization;
using System.Text.RegularExpressions;
using Cake.Core;
using Cake.Core.IO;
using Cdp.Build.Hosting;
using Path = System.IO.Path;

namespace Cdp.Build.Testing;

/// <summary>Runs every test project and ends with one line of figures: <c>N passed, N failed</c>.</summary>
internal sealed partial class TestRun(ICakeContext cake, TextWriter output)
{
    private readonly Lock _gate = new();
    private int _passed;
    private int _failed;
    private int _skipped;

    /// <returns>Whether all passed and the runner itself was content.</returns>
    public bool Run(string? filter)
    {
        var figures = Path.Combine(Invocation.Root, "artifacts", "figures");
        if (Directory.Exists(figures))
        {
            Directory.Delete(figures, recursive: true);
        }

        var exit = Start(filter);
        if (Directory.Exists(figures))
        {
            foreach (var figure in Directory.GetFiles(figures).Order(StringComparer.Ordinal))
            {
                output.Write(File.ReadAllText(figure));
            }
        }

        var skipped = _skipped > 0 ? string.Create(CultureInfo.InvariantCulture, $", {_skipped} skipped") : string.Empty;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_passed} passed, {_failed} failed{skipped}"));
        return exit == 0 && _failed == 0 && (_passed > 0 || filter is not null);
    }

    private int Start(string? filter)
    {
        var arguments = new ProcessArgumentBuilder()
            .Append("test").AppendQuoted(Path.Combine(Invocation.Root, "Cdp.slnx"))
            .Append("-c Release --nologo -v quiet --logger \"console;verbosity=minimal\"");
        if (filter is not null)
        {
            arguments.Append("--filter").AppendQuoted($"FullyQualifiedName~{filter}");
        }

        using var process = cake.ProcessRunner.Start("dotnet", new ProcessSettings
        {
            Arguments = arguments,
            WorkingDirectory = Invocation.Root,
            RedirectStandardOutput = true,
            RedirectedStandardOutputHandler = Line,
        });
        process.WaitForExit();
        return process.GetExitCode();
    }

    private string Line(string line)
    {
        lock (_gate)
        {
            if (line is not null && Summary().Match(line) is { Success: true } summary)
            {
                _failed += Count(summary, "failed");
                _passed += Count(summary, "passed");
                _skipped += Count(summary, "skipped");
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                output.WriteLine(line);
            }
        }

        return line!;
    }

    private static int Count(Match match, string name) =>
        int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Failed:\s+(?<failed>\d+), Passed:\s+(?<passed>\d+), Skipped:\s+(?<skipped>\d+), Total:")]
    private static partial Regex Summary();
}
