using System.Runtime.CompilerServices;

namespace Cdp.Tests;

/// <summary>A measure that a test took, for the end of <c>--target=Test</c>: <c>Figures.Say("digdag", "806 of 812 cases equal")</c>.</summary>
internal static class Figures
{
    public static void Say(string subject, string figure, [CallerFilePath] string path = "")
    {
        var root = Path.GetDirectoryName(path)!;
        while (!File.Exists(Path.Combine(root, "global.json")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        var folder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "figures")).FullName;
        File.WriteAllText(Path.Combine(folder, subject + ".txt"), $"{subject}: {figure}\n");
    }
}
