using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cake.Core;
using Cake.Core.IO;
using Cdp.Build.Hosting;
using Path = System.IO.Path;

namespace Cdp.Build.Testing;

/// <summary>Runs every test project and ends with one line of figures: <c>N passed, N failed</c>.</summary>
internal sealed partial class TestRun(ICakeContext cake, TextWriter output)
{
    private const int Lanes = 2;

    private const string Quietly = "-c Release --nologo -v quiet";

    private readonly Lock _gate = new();
    private int _passed;
    private int _failed;
    private int _skipped;

    private static string Solution => Path.Combine(Invocation.Root, "Cdp.slnx");

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

    /// <summary>Builds once; then two projects at a time, in the solution's order. Some mostly wait, others mostly reckon.</summary>
    private int Start(string? filter)
    {
        if (Dotnet(new ProcessArgumentBuilder().Append("build").AppendQuoted(Solution).Append(Quietly)) is var built and not 0)
        {
            return built;
        }

        var waiting = new ConcurrentQueue<string>(Projects());
        var lanes = Enumerable.Range(0, Lanes).Select(_ => Task.Run(() =>
        {
            List<int> exits = [];
            while (waiting.TryDequeue(out var project))
            {
                exits.Add(Test(project, filter));
            }

            return exits.Find(exit => exit != 0);
        }));
        return Array.Find(Task.WhenAll(lanes).GetAwaiter().GetResult(), exit => exit != 0);
    }

    private static IEnumerable<string> Projects() => XDocument.Load(Solution).Descendants("Folder")
        .Where(folder => folder.Attribute("Name")?.Value == "/tests/")
        .Elements("Project")
        .Select(project => Path.Combine(Invocation.Root, project.Attribute("Path")!.Value));

    private int Test(string project, string? filter)
    {
        var arguments = new ProcessArgumentBuilder()
            .Append("test").AppendQuoted(project).Append(Quietly).Append("--no-build --logger \"console;verbosity=minimal\"");
        return Dotnet(filter is null ? arguments : arguments.Append("--filter").AppendQuoted($"FullyQualifiedName~{filter}"));
    }

    private int Dotnet(ProcessArgumentBuilder arguments)
    {
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
