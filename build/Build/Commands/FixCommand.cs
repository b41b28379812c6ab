using System.Globalization;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Steps;
using Cdp.Pipeline.Steps.Repair;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Check --fix</c>: the repair that Deploy offers, for any digdag project.</summary>
/// <param name="clock">Names the folder of the originals, so that no older one is lost.</param>
internal sealed class FixCommand(ProjectRepair repair, IPrompt prompt, TextWriter said, TimeProvider clock)
{
    public async Task RunAsync(string folder, CancellationToken cancellation)
    {
        var plan = repair.Plan(folder, (_, _) => true);
        var questions = new Questions(new OnConfig());
        foreach (var file in plan.Repairs)
        {
            if (await prompt.AskAsync(questions.SyntaxError(Path.GetFileName(Path.GetFullPath(folder)), plan.Problems, file), cancellation) == Answer.Fix)
            {
                var backup = Backup(folder, file.Path);
                repair.Apply(folder, file, backup);
                said.WriteLine($"✓ {Path.Combine(folder, file.Path)} is repaired; as it was it is kept in {backup}.bak.");
            }
        }
    }

    /// <summary>Beside the project, never in it: what lies in it is pushed.</summary>
    private string Backup(string folder, string path)
    {
        var project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var day = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return Path.Combine(project + ".backup", day, path);
    }
}
