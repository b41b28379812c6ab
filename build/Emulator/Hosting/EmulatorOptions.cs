using System.Globalization;

namespace Cdp.Emulator.Hosting;

/// <summary>How the process was asked to be.</summary>
/// <param name="Folder">Where everything it knows lies: the DuckDB file, projects, attempts, its log and endpoint.json.</param>
/// <param name="Idle">How long it stays without a request or a running attempt.</param>
/// <param name="Keep">Stay until told to leave, and fire due schedules.</param>
internal sealed record EmulatorOptions(string Folder, TimeSpan Idle, bool Keep, bool AllowCode, bool AllowNetwork)
{
    public const string Usage =
        "Cdp.Emulator serve --folder=DIR [--idle=SECONDS] [--keep] [--allow-code] [--allow-network]";

    public static TimeSpan DefaultIdle { get; } = TimeSpan.FromMinutes(10);

    /// <returns>Null when the arguments are not those of <see cref="Usage"/>.</returns>
    public static EmulatorOptions? Parse(IReadOnlyList<string> args)
    {
        var options = new EmulatorOptions("", DefaultIdle, Keep: false, AllowCode: false, AllowNetwork: false);
        if (args is not ["serve", ..])
        {
            return null;
        }

        foreach (var arg in args.Skip(1))
        {
            var next = options.With(arg);
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options.Folder.Length > 0 ? options : null;
    }

    public IEnumerable<string> ToArguments()
    {
        yield return "serve";
        yield return $"--folder={Folder}";
        yield return string.Create(CultureInfo.InvariantCulture, $"--idle={Idle.TotalSeconds}");
        if (Keep)
        {
            yield return "--keep";
        }

        if (AllowCode)
        {
            yield return "--allow-code";
        }

        if (AllowNetwork)
        {
            yield return "--allow-network";
        }
    }

    private EmulatorOptions? With(string arg)
    {
        var (name, value) = arg.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? (arg[..at], arg[(at + 1)..])
            : (arg, "");
        return name switch
        {
            "--folder" when value.Length > 0 => this with { Folder = Path.GetFullPath(value) },
            "--idle" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 =>
                this with { Idle = TimeSpan.FromSeconds(seconds) },
            "--keep" => this with { Keep = true },
            "--allow-code" => this with { AllowCode = true },
            "--allow-network" => this with { AllowNetwork = true },
            _ => null,
        };
    }
}
