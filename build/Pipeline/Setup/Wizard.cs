using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Setup;

/// <summary><c>--target=Init</c>: asks, shows what it would write, and writes a configuration that passes every check.</summary>
/// <remarks>Until the person says yes nothing is touched; then the file is there whole, and what was there before beside it.</remarks>
public sealed class Wizard(SetupParts parts)
{
    private const string Write = "write";
    private const string Change = "change";
    private const string Beside = "beside";
    private const string Stop = "stop";

    private readonly GivenAnswers _given = GivenAnswers.Read(parts.Files, parts.AnswersFile, parts.Answers);

    /// <returns>Whether it was written; else the person did not want it.</returns>
    /// <exception cref="PipelineException">Answers are missing or wrong; nothing is written.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (parts.Prompt is null && !parts.Force && parts.Files.Exists(parts.Path))
        {
            throw new PipelineException(
                $"{parts.Path} is there already. Write another file with --config=FILE, or pass --force; as it is now it is then kept in {Backup(parts.Path)}.",
                ExitCode.WrongInput);
        }

        if (await AgreedAsync(cancellation) is not var (draft, text) || await PlaceAsync(draft, cancellation) is not { } path)
        {
            parts.View.Say("Nothing was written.");
            return false;
        }

        cancellation.ThrowIfCancellationRequested();
        if (parts.Files.TryReadText(path) is { } old && old != text)
        {
            var backup = Backup(path);
            parts.Files.WriteText(backup, old);
            parts.View.Say($"What was there is kept in {backup}.");
        }

        parts.Files.WriteText(path, text);
        parts.View.Say(SetupTexts.Next(draft, path));
        return true;
    }

    /// <summary>Answers until the person is content with what they see.</summary>
    private async Task<(Draft Draft, string Text)?> AgreedAsync(CancellationToken cancellation)
    {
        Dictionary<string, string> previous = new(StringComparer.Ordinal);
        if (parts.Prompt is not null)
        {
            parts.View.Say(SetupTexts.Welcome);
        }

        while (true)
        {
            var answers = new Answers(parts.Prompt, parts.View, _given, previous);
            var draft = await new Interview(answers, parts).AskAsync(cancellation);
            var text = new DraftText(draft, parts.SchemaFromFolder).Whole();
            var config = Checked(text);
            if (parts.Prompt is null)
            {
                return (draft, text);
            }

            parts.View.Say($"\n{SetupTexts.Summary(draft, parts.Endpoint(config), parts.ApiKey)}\n\n{parts.Path} would be:\n\n{text}");
            switch (await parts.Prompt.AskAsync(Ready(), cancellation))
            {
                case Write:
                    return (draft, text);
                case Change:
                    await ForgetAsync(answers, previous, cancellation);
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>What the answers do not show each by itself is told with the text that it would be.</summary>
    private PipelineConfig Checked(string text)
    {
        try
        {
            return parts.Check(parts.Path, text);
        }
        catch (PipelineException ex)
        {
            throw new PipelineException($"The answers do not fit together; nothing was written.\n{ex.Message}\n\nIt would have been:\n\n{text}", ExitCode.WrongInput, ex);
        }
    }

    private async Task ForgetAsync(Answers answers, Dictionary<string, string> previous, CancellationToken cancellation)
    {
        string[] names = [.. answers.Known.Select(k => k.Question.Id)];
        parts.View.Say(string.Join('\n', answers.Known.Select(k => $"  {k.Question.Id}: {k.Answer}")));
        var name = await parts.Prompt!.AskTextAsync(
            new("change", "What is to change? Its name, as listed", null, AnswerRules.OneOf(names)), cancellation)
            ?? throw new PipelineException("The input ended; nothing was written.", ExitCode.WrongInput);
        previous[name] = answers.Known.First(k => k.Question.Id == name).Answer;
        _given.Forget(name);
    }

    /// <summary>Nothing is overwritten that the person did not agree to.</summary>
    private async Task<string?> PlaceAsync(Draft draft, CancellationToken cancellation)
    {
        if (parts.Force || !parts.Files.Exists(parts.Path))
        {
            return parts.Path;
        }

        var beside = Free(Path.Combine(Path.GetDirectoryName(parts.Path) ?? string.Empty, $"{draft.Global.Client}.yml"));
        var answer = await parts.Prompt!.AskAsync(
            new(
                "overwrite_configuration",
                $"⚠ {parts.Path} is there already.",
                [
                    new(Beside, $"Keep it - Write {beside} instead"),
                    new(Write, $"Overwrite - What is there is kept in {Backup(parts.Path)}"),
                    new(Stop, "Abort - Write nothing"),
                ],
                Stop),
            cancellation);
        return answer switch
        {
            Beside => beside,
            Write => parts.Path,
            _ => null,
        };
    }

    private static Question Ready() => new(
        "ready",
        "Ready to proceed? (yes/no)",
        [new(Write, "yes - Write the file"), new(Change, "no - Change an answer"), new(Stop, "Abort - Write nothing")],
        Stop);

    private string Free(string path) => Numbered(path).First(p => !parts.Files.Exists(p));

    /// <summary>An older copy is never lost.</summary>
    private string Backup(string path) => Numbered(path + ".bak").First(p => !parts.Files.Exists(p));

    private static IEnumerable<string> Numbered(string path)
    {
        yield return path;
        for (var n = 2; ; n++)
        {
            yield return path.EndsWith(".bak", StringComparison.Ordinal) ? $"{path}{n}" : $"{path[..^".yml".Length]}-{n}.yml";
        }
    }
}
