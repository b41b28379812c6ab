using System.Text;
using Cdp.TreasureData.Td;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>What can become of an output between a program and its caller.</summary>
internal static class Mutation
{
    private static readonly int?[] _exitCodes = [0, 1, 2, 127, 130, 134, 137, 143, 255, null];

    /// <param name="other">Another call's output, for what gets mixed.</param>
    public static (string Kind, TdOutput Output) Of(TdOutput output, TdOutput other, Random random) => random.Next(12) switch
    {
        0 => ("cut stdout", output with { Out = Cut(output.Out, random) }),
        1 => ("cut stderr", output with { Error = Cut(output.Error, random) }),
        2 => ("cut both, exit code 0", new(0, Cut(output.Out, random), Cut(output.Error, random))),
        3 => ("a line lost", output with { Out = Lines(output.Out, random, (lines, i) => lines.RemoveAt(i)) }),
        4 => ("a line twice", output with { Out = Lines(output.Out, random, (lines, i) => lines.Insert(i, lines[i])) }),
        5 => ("two lines exchanged", output with { Out = Lines(output.Out, random, Exchange) }),
        6 => ("garbage inside", output with { Out = Garbage(output.Out, random), Error = random.Next(2) == 0 ? output.Error : Garbage(output.Error, random) }),
        7 => ("another exit code", output with { ExitCode = _exitCodes[random.Next(_exitCodes.Length)] }),
        8 => ("streams exchanged", output with { Out = output.Error, Error = output.Out }),
        9 => ("both streams in one", output with { Out = output.Error + output.Out, Error = random.Next(2) == 0 ? string.Empty : output.Error + output.Out }),
        10 => ("another code page", output with { Out = Encoding.UTF8.GetString(Encoding.Unicode.GetBytes(output.Out)) }),
        _ => ("another output behind it", output with { Out = output.Out + other.Out, Error = output.Error + other.Error }),
    };

    private static string Cut(string text, Random random) => text[..random.Next(text.Length + 1)];

    private static string Lines(string text, Random random, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    private static void Exchange(List<string> lines, int i)
    {
        var next = (i + 1) % lines.Count;
        (lines[i], lines[next]) = (lines[next], lines[i]);
    }

    private static string Garbage(string text, Random random)
    {
        var bytes = new byte[random.Next(1, 9)];
        random.NextBytes(bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] |= 0x80;
        }

        // Bytes that happen to be a letter inside a name could be told by nobody.
        bytes[0] = 0xFF;
        var at = random.Next(text.Length + 1);
        return Encoding.UTF8.GetString([.. Encoding.UTF8.GetBytes(text[..at]), .. bytes, .. Encoding.UTF8.GetBytes(text[at..])]);
    }
}
