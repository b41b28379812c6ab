namespace Cdp.Emulator.Tests.Workflows;

/// <summary>What was pushed to the real digdag when <c>digdag_rest.jsonl</c> was recorded; the titles name the pushes.</summary>
internal static class RecordedProject
{
    private const string Main =
        """
        _export:
          greeting: hello
        +say:
          echo>: ${greeting} ${session_date}
        +group:
          +inner:
            echo>: inner

        """;

    private const string Failing =
        """
        _error:
          +notify:
            echo>: error was ${error.message}
        +ok:
          echo>: fine
        +no:
          fail>: broken on purpose
        +after:
          echo>: never

        """;

    private const string Slow =
        """
        +one:
          echo>: first
        +two:
          wait>: 60s
        +three:
          echo>: last

        """;

    private const string Scheduled =
        """
        timezone: Asia/Tokyo
        schedule:
          daily>: 02:30:00
        +a:
          echo>: x

        """;

    public static byte[] Archive(string title) => title switch
    {
        "push a workflow that does not compile" => TarGz.Of(("main.dig", "+a:\n  echo>: x\n  +b:\n    echo>: y\n")),
        "push a workflow that is not YAML" => TarGz.Of(("main.dig", "+a: [\n")),
        "push a bad schedule" => TarGz.Of(("main.dig", "schedule:\n  daily>: 2x\n+a:\n  echo>: x\n")),
        "push garbage" => "this is no archive"u8.ToArray(),
        "push a path that leaves the archive" => TarGz.Of(("../evil.dig", "+a:\n  echo>: x\n")),
        "push without workflows" => TarGz.Of(("readme.txt", "nothing to run\n")),
        _ => TarGz.Of(("main.dig", Main), ("failing.dig", Failing), ("slow.dig", Slow), ("sched.dig", Scheduled)),
    };
}
