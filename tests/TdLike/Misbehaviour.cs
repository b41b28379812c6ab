using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Cdp.TdLike;

/// <summary>Ways in which a program can fail its caller. "Acts" means that the server has done what was asked.</summary>
internal static class Misbehaviour
{
    /// <summary>Those that never act.</summary>
    /// <returns>What is printed; null when the call is to go on.</returns>
    public static Answer? Before(Rule rule)
    {
        switch (rule.Fault)
        {
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                return null;
            case "hang_with_grandchild":
                using (var child = Process.Start("sleep", "1000000"))
                {
                    File.WriteAllText(rule.File!, child.Id.ToString(CultureInfo.InvariantCulture));
                    child.WaitForExit();
                }

                return null;
            case "garbage":
                return new(0, Garbage(seed: 1), Garbage(seed: 2));
            case "nothing":
                return new(0, string.Empty, string.Empty);
            case "failure_with_exit_0":
                return new(0, string.Empty, "2026-01-01 00:00:00 +0000: Digdag v0.10.5\nerror: HTTP 500 Internal Server Error (internal server error)\n");
            case "no_java":
                return new(127, string.Empty, string.Empty);
            case "transcript":
                return Transcript(File.ReadAllText(rule.File!));
            default:
                return null;
        }
    }

    /// <summary>Those that act, and then do not say so properly.</summary>
    /// <returns>The exit code.</returns>
    public static int After(Rule rule, Answer answer, Stream output, Stream error)
    {
        var (text, said) = (Encoding.UTF8.GetBytes(answer.Out), Encoding.UTF8.GetBytes(answer.Error));
        switch (rule.Fault)
        {
            case "acts_and_hangs":
                if (rule.File is { } mark)
                {
                    File.WriteAllText(mark, string.Empty);
                }

                Thread.Sleep(Timeout.Infinite);
                return 0;
            case "acts_and_drips":
                for (var i = 0; ; i++)
                {
                    output.WriteByte((byte)'.');
                    output.Flush();
                    Thread.Sleep(50);
                }

            case "acts_and_is_silent":
                return 0;
            case "acts_and_loses":
                error.Write("2026-01-01 00:00:00 +0000: Digdag v0.10.5\nerror: HTTP 502 Bad Gateway (server error)\n"u8);
                return 1;
            case "truncated":
                output.Write(text.AsSpan(0, text.Length / 2));
                error.Write(said.AsSpan(0, said.Length / 2));
                return 0;
            case "killed_in_mid_answer":
                output.Write(text.AsSpan(0, text.Length / 2));
                output.Flush();
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
                return 0;
            case "wrong_code_page":
                output.Write(Encoding.Unicode.GetBytes(answer.Out));
                error.Write(Encoding.Unicode.GetBytes(answer.Error));
                return answer.ExitCode;
            default:
                throw new InvalidOperationException($"There is no fault '{rule.Fault}'.");
        }
    }

    public static Answer Transcript(string text)
    {
        var output = text.IndexOf("--- stdout ---\n", StringComparison.Ordinal);
        var error = text.IndexOf("--- stderr ---\n", StringComparison.Ordinal);
        var head = text[..output].Split('\n').Single(line => line.StartsWith("# EXIT CODE: ", StringComparison.Ordinal))[13..];
        return new(int.Parse(head, CultureInfo.InvariantCulture), text[(output + 15)..error], text[(error + 15)..]);
    }

    private static string Garbage(int seed)
    {
        var bytes = new byte[4096];
        new Random(seed).NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }
}
