using Cdp.Pipeline;

namespace Cdp.Build.CommandLine;

/// <summary>The command line, checked: every switch is known, has its value and fits the target.</summary>
internal sealed record Arguments(string Target, ILookup<string, string> Values)
{
    private static readonly Dictionary<string, string> Short = new()
    {
        ["-t"] = "target",
        ["-e"] = "exclusive",
        ["-v"] = "verbosity",
        ["-h"] = "help",
        ["-?"] = "help",
    };

    public string? this[string name] => Values[name].LastOrDefault();

    public bool Has(string name) => Values.Contains(name);

    /// <summary>Whether the target is further than that cell.</summary>
    public bool GoesOnAfter(Cell cell) =>
        !Has("exclusive") && Target != cell.ToString() && !(cell.Step is Step.Validate && Target == cell.Phase.ToString());

    /// <summary>A switch with a few words to choose from, as the configuration writes them, or with hyphens; null without it.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (this[name] is not { } word)
        {
            return null;
        }

        var words = Enum.GetValues<T>().ToDictionary(value => SnakeCase.Of(value));
        return words.TryGetValue(word.Replace('-', '_'), out var chosen)
            ? chosen
            : throw new PipelineException(
                $"--{name}={word} is not known.{Suggestion.For(word, words.Keys)} Use {string.Join(" or ", words.Keys)}.", ExitCode.WrongInput);
    }

    /// <exception cref="PipelineException">What is wrong, all of it at once; exit code 2.</exception>
    public static Arguments Parse(IReadOnlyList<string> args, IReadOnlyList<string> targets)
    {
        var errors = new List<string>();
        var values = Pairs(args, errors).ToLookup(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase);
        var asked = values["target"].LastOrDefault() ?? "Default";
        var target = targets.FirstOrDefault(t => t.Equals(asked, StringComparison.OrdinalIgnoreCase));
        if (target is null)
        {
            errors.Add($"There is no target '{asked}'.{Suggestion.For(asked, targets)} ./build.sh --description lists them.");
        }
        else
        {
            errors.AddRange(values.Select(v => Switches.Find(v.Key)).OfType<Switch>().Where(s => !s.Fits(target))
                .Select(s => $"--{s.Name} does nothing for --target={target}; it belongs to {string.Join(", ", s.Targets)}."));
        }

        errors.AddRange(values.SelectMany(v => v.Select(value => SwitchValues.Problem(v.Key, value))).OfType<string>());

        return errors.Count == 0
            ? new(target!, values)
            : throw new PipelineException(string.Join('\n', errors), ExitCode.WrongInput);
    }

    /// <summary>As Cake reads them: one name for each switch, values after an equals sign.</summary>
    public IEnumerable<string> ForCake() =>
        Values.SelectMany(group => group.Select(value => value.Length == 0 ? $"--{group.Key}" : $"--{group.Key}={value}"));

    private static IEnumerable<(string Name, string Value)> Pairs(IReadOnlyList<string> args, List<string> errors)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            var name = Short.GetValueOrDefault(parts[0], parts[0].StartsWith("--", StringComparison.Ordinal) ? parts[0][2..] : string.Empty);
            if (Switches.Find(name) is not { } known)
            {
                var candidates = Switches.All.Select(s => $"--{s.Name}").ToList();
                errors.Add(parts[0].StartsWith('-')
                    ? $"There is no switch '{parts[0]}'.{Suggestion.For(parts[0], candidates)} ./build.sh --help lists them."
                    : $"'{args[i]}' is not a switch. Write --target={args[i]} to run a target.");
            }
            else if (known.IsFlag)
            {
                if (parts.Length == 2 && !bool.TryParse(parts[1], out _))
                {
                    errors.Add($"--{known.Name} takes no value, but '{parts[1]}' was given.");
                }
                else if (parts.Length == 1 || bool.Parse(parts[1]))
                {
                    yield return (known.Name, string.Empty);
                }
            }
            else if (parts.Length == 2 && parts[1].Length > 0)
            {
                yield return (known.Name, parts[1]);
            }
            else if (parts.Length == 1 && i + 1 < args.Count && !args[i + 1].StartsWith('-'))
            {
                yield return (known.Name, args[++i]);
            }
            else
            {
                errors.Add($"--{known.Name} needs a value: --{known.Name}={known.Value}.");
            }
        }
    }
}
