using System.Globalization;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Steps.Repair;

/// <summary>Looks over the workflow files of a project folder as a push would, and finds what can be repaired.</summary>
public sealed class ProjectRepair(IWorkflowChecker checker, FileStore files)
{
    private static readonly string[] _read = [".dig", ".yml", ".yaml"];

    /// <param name="own">Whether a person wrote the file: only those are repaired, generated ones are generated again.</param>
    public RepairPlan Plan(string folder, Func<string, string, bool> own)
    {
        var texts = Texts(folder);
        var problems = checker.Check(texts);
        var repaired = new List<RepairedFile>();
        foreach (var path in problems.Select(p => p.Path).Distinct(StringComparer.Ordinal).Where(p => IsWorkflow(p) && texts.ContainsKey(p)))
        {
            if (own(path, texts[path]) && Of(path, texts).Repair(path, texts[path]) is { } found)
            {
                repaired.Add(found);
                texts[path] = found.After;
            }
        }

        return new(problems, repaired, repaired.Count == 0 ? problems : checker.Check(texts));
    }

    /// <param name="backup">Where the original is kept, without its <c>.bak</c>; an older original there stays.</param>
    public void Apply(string folder, RepairedFile file, string backup)
    {
        var place = backup + ".bak";
        for (var i = 2; files.TryReadText(place) is { } kept && kept != file.Before; i++)
        {
            place = string.Create(CultureInfo.InvariantCulture, $"{backup}.{i}.bak");
        }

        files.WriteText(place, file.Before);
        files.WriteText(Path.Combine(folder, file.Path), file.After);
    }

    private DigRepair Of(string path, Dictionary<string, string> texts) => new(text =>
        [.. checker.Check(new Dictionary<string, string>(texts, StringComparer.Ordinal) { [path] = text }).Where(p => p.Path == path)]);

    private Dictionary<string, string> Texts(string folder) => files.List(folder)
        .Where(path => _read.Contains(Path.GetExtension(path)) && !path.Split('/').Any(part => part.StartsWith('.')))
        .ToDictionary(path => path, path => files.ReadText(Path.Combine(folder, path)), StringComparer.Ordinal);

    private static bool IsWorkflow(string path) => path.EndsWith(".dig", StringComparison.Ordinal);
}

/// <param name="Problems">As the folder is.</param>
/// <param name="Left">What remains wrong when every repair is made.</param>
public sealed record RepairPlan(
    IReadOnlyList<FileProblem> Problems, IReadOnlyList<RepairedFile> Repairs, IReadOnlyList<FileProblem> Left);
