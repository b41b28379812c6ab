using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData;

/// <summary>Why a project was not taken, from digdag's own words (spec/td_cli.md §2): the same loader and compiler
/// speak in td and in the server.</summary>
internal static partial class DigFault
{
    /// <returns>Null when the words are not about a workflow's text.</returns>
    public static (Fault Fault, FaultDetails Details)? Of(string said)
    {
        var details = new FaultDetails(said)
        {
            File = Group(File(), said),
            Line = Lines().Matches(said) is [var first, ..] and [.., var last]
                ? Number((Opening().IsMatch(said) ? first : last).Groups["line"].Value)
                : null,
            Task = Group(Task(), said),
        };
        return said switch
        {
            _ when said.Contains("exceeds limit (", StringComparison.Ordinal) => (Fault.ArchiveTooBig, new FaultDetails(said)),
            _ when NotAnObject().Match(said) is { Success: true } slip =>
                (Fault.MissingColon, details with { Task = slip.Groups["task"].Value }),
            _ when NoSuchFile().Match(said) is { Success: true } missing =>
                (Fault.MissingInclude, details with { File = missing.Groups["file"].Value }),
            _ when Loading().IsMatch(said) => (Fault.YamlError, details),
            _ when Compiling().IsMatch(said) => (Fault.CompileError, details),
            _ => null,
        };
    }

    /// <summary>td names files by their whole path; a fault names them within the project.</summary>
    public static T Within<T>(string folder, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (PlatformException ex) when (ex.Details.File is { } file && Path.IsPathRooted(file))
        {
            var details = ex.Details with { File = Path.GetRelativePath(folder, file).Replace('\\', '/') };
            throw new PlatformException(ex.Fault, ex.Message, details, ex);
        }
    }

    private static string? Group(Regex pattern, string said) =>
        pattern.Match(said) is { Success: true } match ? match.Groups[1].Value : null;

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"Parameter '(?<task>\+[^']+)' must be an object or array of objects")]
    private static partial Regex NotAnObject();

    [GeneratedRegex(@"(?m)^(?:error: )?(?<file>\S.*) \(no such file\)$|File name must not include \.\.: (?<file>\S+)")]
    private static partial Regex NoSuchFile();

    [GeneratedRegex(@"Validating project failed|'string', line \d+, column \d+|cannot start any token|Duplicated keys:|Expected object to load Config")]
    private static partial Regex Loading();

    [GeneratedRegex(
        @"Validating workflow(?: task)? failed|contains invalid keys:|more than one operator|can't have subtasks|option is invalid"
        + @"|scheduler requires|Unknown scheduler type|must not (?:contain|start with|end with)|includes unknown keys")]
    private static partial Regex Compiling();

    [GeneratedRegex(@"(?m)^workflow (\S.*?\.dig)\b")]
    private static partial Regex File();

    /// <summary>What was opened and never closed is where the first mark stands; all else is where the last one does.</summary>
    [GeneratedRegex("while scanning a quoted scalar|while parsing a flow ")]
    private static partial Regex Opening();

    [GeneratedRegex(@"'string', line (?<line>\d+), column \d+")]
    private static partial Regex Lines();

    [GeneratedRegex(@"(?m)^(\+\S+) contains invalid keys:")]
    private static partial Regex Task();
}
