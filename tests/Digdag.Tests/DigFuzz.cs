using System.Diagnostics;
using Cdp.Digdag.Language;
using Cdp.Tests;

namespace Cdp.Digdag.Tests;

/// <summary>Mutated workflow files. <c>DIG_FUZZ=100000</c> is the full size.</summary>
public sealed class DigFuzz
{
    private const string Signs = "\t\n :-{}[]&*!|>'\"%@`#,?+^_$0.~<\\\u00e9\ud83c\udf89\0";

    private const int Looks = 10;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    [Fact]
    public void Whatever_the_file_says_the_answer_is_quick_and_has_a_place()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("DIG_FUZZ"), out var given) ? given : 1_500;
        var random = new Random(20260102);
        var seeds = DigdagCase.Read()
            .SelectMany(c => Directory.EnumerateFiles(c.Folder, "*.dig"))
            .Select(File.ReadAllText)
            .Where(text => text.Length < 2_000)
            .ToList();
        using var folder = new TempFolder();

        for (var i = 0; i < rounds; i++)
        {
            var text = Mutated(seeds[random.Next(seeds.Count)], seeds[random.Next(seeds.Count)], random);
            folder.Write("main.dig", text);

            var (project, took) = Checked(folder.Path);
            // A machine that was busy elsewhere is not the file's fault: what is slow by itself is slow every time.
            for (var look = 1; look < Looks && took >= Most; look++)
            {
                took = Checked(folder.Path).Took;
            }

            Assert.True(took < Most, $"slow:\n{text}");
            Assert.All(project.Errors, e => Assert.True(e is { Position: { Line: > 0, Column: > 0 }, Message.Length: > 0 }, text));
        }

        Figures.Say("digdag-fuzz", $"{rounds} mutated files, none over {Most.TotalSeconds} s, each error with its place");
    }

    private static (CheckedProject Project, TimeSpan Took) Checked(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var project = ProjectCheck.Run(folder, DateTimeOffset.UnixEpoch.AddYears(56));
        return (project, Stopwatch.GetElapsedTime(started));
    }

    private static string Mutated(string text, string other, Random random)
    {
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(12, text.Length - at) + 1);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text[..at] + other[random.Next(other.Length + 1)..],
                4 => string.Join('\n', text.Split('\n').OrderBy(_ => random.Next(3))),
                _ => text.Insert(at, new string(Signs[random.Next(Signs.Length)], random.Next(300))),
            };
        }

        return text;
    }
}
