namespace Cdp.Build.CommandLine;

internal static class Help
{
    /// <param name="width">Of the screen: longer descriptions go on in the next line.</param>
    public static void Write(TextWriter output, Arguments arguments, int width)
    {
        var target = arguments.Values.Contains("target") ? arguments.Target : null;
        if (target is null)
        {
            WriteAll(output, width);
        }
        else
        {
            output.WriteLine($"--target={target}: {TargetList.All.First(t => t.Name == target).Description}");
            output.WriteLine();
            WriteSwitches(output, width, "Its own switches", s => s.Targets.Length > 0 && s.Fits(target));
            WriteSwitches(output, width, "Switches of every target", s => s.Targets.Length == 0);
        }
    }

    private static void WriteAll(TextWriter output, int width)
    {
        output.WriteLine("Usage: ./build.sh [--target=NAME] [switches]");
        output.WriteLine();
        output.WriteLine("Targets");
        foreach (var (name, description) in TargetList.All.Where(t => !t.Name.Contains('-', StringComparison.Ordinal)))
        {
            WriteRow(output, width, name.PadRight(16), description);
        }

        output.WriteLine("  PHASE-STEP      One cell: Ingestion, HistUnion, Staging or Unification with");
        output.WriteLine("                  Generate, Deploy, Execute, Monitor or Validate, as Staging-Deploy.");
        output.WriteLine();
        WriteSwitches(output, width, "Switches", s => s.Targets.Length == 0);
        output.WriteLine("./build.sh --target=NAME --help explains the switches of one target.");
        output.WriteLine();
        output.WriteLine("Exit codes: 0 done, 1 a step failed, 2 configuration or command line wrong, 3 validation failed,");
        output.WriteLine("4 not authorised, 5 timed out, 6 another run holds the workspace, 130 cancelled.");
    }

    private static void WriteSwitches(TextWriter output, int width, string title, Func<Switch, bool> wanted)
    {
        var switches = Switches.All.Where(wanted).ToList();
        if (switches.Count == 0)
        {
            return;
        }

        output.WriteLine(title);
        foreach (var s in switches)
        {
            WriteRow(output, width, $"--{s.Name}{(s.Value is { } value ? "=" + value : string.Empty)}".PadRight(24), s.Description);
        }

        output.WriteLine();
    }

    private static void WriteRow(TextWriter output, int width, string head, string text)
    {
        var line = $"  {head}";
        var begin = line.Length;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > begin && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line);
                line = new string(' ', begin);
            }

            line += line.Length > begin ? $" {word}" : word;
        }

        output.WriteLine(line);
    }
}
