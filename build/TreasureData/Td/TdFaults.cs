using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td;

/// <summary>What went wrong, by td's own words: the table of spec/td_cli.md §8 and the forms of §1.0. The workflow part
/// says <c>error: …</c> on stderr, the Ruby part <c>Error: …</c> on stdout.</summary>
internal static partial class TdFaults
{
    /// <returns>Null when nothing is said to be wrong, which is not yet a success.</returns>
    /// <remarks>Words that break off are not taken for what they begin as.</remarks>
    public static (Fault Fault, FaultDetails Details)? Of(TdOutput output) =>
        OfWrapper(output) ?? (output.IsWhole ? OfWorkflow(output.Error) ?? OfRuby(output) : null);

    /// <summary>For an output that neither shows what was asked for nor says what is wrong.</summary>
    public static (Fault Fault, FaultDetails Details) Unexplained(TdOutput output) =>
        output.ExitCode is 0 && (output.Out + output.Error).All(c => char.IsAscii(c)) && !Ran(output) || output.ExitCode >= 128
            ? (Fault.Crashed, new($"it ended with exit code {output.ExitCode} without its answer"))
            : (Fault.NotUnderstood, new($"exit code {output.ExitCode}: {Short(output.Error + output.Out)}"));

    /// <summary>The workflow part says its version on stderr, whatever it is asked.</summary>
    public static bool Ran(TdOutput output) => output.Error.Contains(": Digdag v", StringComparison.Ordinal);

    private static (Fault, FaultDetails)? OfWrapper(TdOutput output) => output switch
    {
        _ when output.Error.Contains("TreasureData account is not configured yet.", StringComparison.Ordinal) =>
            (Fault.NotConfigured, new("its account is not configured")),
        _ when output.Error.Contains("Workflow module not yet installed", StringComparison.Ordinal) =>
            (Fault.ModuleMissing, new("its workflow module is not installed")),
        { ExitCode: 127, Out: "", Error: "" } => (Fault.JavaMissing, new("it finds no Java")),
        { ExitCode: null } => Stopped(output.Error),
        _ => null,
    };

    /// <summary>td waits for minutes between its own tries; what it was waiting for is the better reason.</summary>
    private static (Fault, FaultDetails) Stopped(string error) => error switch
    {
        _ when error.Contains("SocketError: getaddrinfo", StringComparison.Ordinal) => (Fault.WrongHost, new(Short(error))),
        _ when RetriedNetwork().IsMatch(error) => (Fault.NetworkDown, new(Short(error))),
        _ when RetriedServer().IsMatch(error) => (Fault.ServerError, new(Short(error))),
        _ => (Fault.NoAnswer, new("no answer within our limit; it was stopped")),
    };

    private static (Fault, FaultDetails)? OfWorkflow(string error)
    {
        if (WorkflowError().Match(error) is not { Success: true } match)
        {
            return Usage().IsMatch(error) ? (Fault.Refused, new("td only printed its usage")) : null;
        }

        var said = match.Groups["said"].Value.Trim();
        var details = new FaultDetails(said);
        return said switch
        {
            _ when StatusCode().Match(said) is { Success: true } status => OfStatus(int.Parse(status.Groups[1].ValueSpan), status.Groups[2].Value),
            _ when said.StartsWith("HTTP 5", StringComparison.Ordinal) => (Fault.ServerError, details),
            _ when said.StartsWith("RESTEASY004655", StringComparison.Ordinal) => (Network(said), details),
            _ when SessionExists().Match(said) is { Success: true } session => (Fault.SessionExists, details with
            {
                SessionId = session.Groups[1].Value,
                AttemptId = session.Groups[2].Value,
            }),
            _ when said.StartsWith("Resource not found: ", StringComparison.Ordinal) => (Missing(said), new(Message(said[20..]))),
            _ when said.StartsWith("Request conflicted: ", StringComparison.Ordinal) => OfConflict(said[20..]),
            _ when said.StartsWith("Failed to set project secret: ", StringComparison.Ordinal) => (Secret(said), details),
            _ when said.StartsWith("This client version is not API compatible", StringComparison.Ordinal) =>
                (Fault.ClientTooOld, new(said.Split('\n')[0])),
            _ => DigFault.Of(said) ?? (Fault.Refused, details),
        };
    }

    private static (Fault, FaultDetails) OfStatus(int status, string text)
    {
        var said = Message(text);
        var details = new FaultDetails(said) { Status = status };
        return status switch
        {
            401 => (Fault.Unauthorized, details),
            403 => (Fault.Forbidden, details),
            429 => (Fault.Throttled, details),
            _ when said.Contains("Too many attempts running", StringComparison.Ordinal) => (Fault.AttemptLimit, details),
            _ => DigFault.Of(said) is { } fault ? (fault.Fault, fault.Details with { Status = status }) : (Fault.Refused, details),
        };
    }

    private static (Fault, FaultDetails) OfConflict(string text)
    {
        var details = new FaultDetails(Message(text)) { Status = 409 };
        return Json(text) is { } json && json["sessionId"] is { } session && json["id"] is { } attempt
            ? (Fault.SessionExists, details with { SessionId = session.ToString(), AttemptId = attempt.ToString() })
            : (details.Said.Contains("Resource already exists: revision=", StringComparison.Ordinal) ? Fault.RevisionExists : Fault.Refused, details);
    }

    private static (Fault, FaultDetails)? OfRuby(TdOutput output)
    {
        var said = output.ExitCode is 0 ? string.Empty : RubyError().Match(output.Out).Groups["said"].Value;
        return (said, output.Error) switch
        {
            var (s, e) when s.StartsWith("TreasureData::AuthError", StringComparison.Ordinal) || Line(e, "failed: Failed to Login") =>
                (Fault.Unauthorized, new(Either(s, e))),
            var (s, e) when s.StartsWith("TreasureData::ForbiddenError", StringComparison.Ordinal) || Line(e, "failed: Access denied") =>
                (Fault.Forbidden, new(Either(s, e))),
            var (_, e) when Regex.Match(e, "(?m)^Database '([^']*)' does not exist") is { Success: true } =>
                (Fault.DatabaseMissing, new(Short(e))),
            var (s, e) when s.Contains("Too Many Requests", StringComparison.Ordinal) || Line(e, "TooManyRequestsError") =>
                (Fault.Throttled, new(Either(s, e))),
            var (s, e) when RubyServer().IsMatch(s) || RubyServer().IsMatch(e) => (Fault.ServerError, new(Either(s, e))),
            var (s, e) when s.Contains("does not respond", StringComparison.Ordinal) || s.Contains("getaddrinfo", StringComparison.Ordinal)
                || Line(e, "Error SocketError") => (Fault.WrongHost, new(Either(s, e))),
            var (s, e) when s.Contains("onnection refused", StringComparison.Ordinal) || Line(e, "Error Errno::ECONN") || Line(e, "Error OpenSSL::") =>
                (Fault.NetworkDown, new(Either(s, e))),
            var (s, _) when s.StartsWith("timeout (", StringComparison.Ordinal) => (Fault.QueryFailed, new(s)),
            var (s, _) when s.StartsWith("TreasureData::NotFoundError", StringComparison.Ordinal) => (Fault.NotFound, new(s)),
            var (_, e) when Line(e, "' does not exist") => (Fault.NotFound, new(Short(e))),
            var (s, _) when s.Length > 0 => (Fault.Refused, new(s)),
            var (_, e) when Line(e, "is not a td command") => (Fault.Refused, new(Short(e))),
            _ => null,
        };
    }

    private static Fault Network(string said) =>
        said.Contains("127.0.0.1:65432", StringComparison.Ordinal) ? Fault.NoTdConf
        : said.Contains("(unknown host)", StringComparison.Ordinal) ? Fault.WrongHost
        : Fault.NetworkDown;

    private static Fault Missing(string said) =>
        said.Contains("project not found: ", StringComparison.Ordinal) ? Fault.ProjectMissing
        : said.Contains("workflow not found in ", StringComparison.Ordinal) || said.Contains("schedule not found in ", StringComparison.Ordinal)
            ? Fault.WorkflowMissing
            : Fault.NotFound;

    private static Fault Secret(string said) =>
        said.Contains("Unauthorized", StringComparison.Ordinal) ? Fault.Unauthorized
        : said.Contains("Forbidden", StringComparison.Ordinal) ? Fault.Forbidden
        : said.Contains("Too Many Requests", StringComparison.Ordinal) ? Fault.Throttled
        : Fault.ServerError;

    /// <summary>The server's message where the text is its JSON, whatever the order of the keys; else the text.</summary>
    private static string Message(string text) => Json(text)?["message"]?.ToString() ?? text.Trim();

    private static JsonObject? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Line(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    private static string Either(string said, string error) => said.Length > 0 ? said : Short(error);

    private static string Short(string text)
    {
        var line = text.Split('\n').FirstOrDefault(l => l.Trim().Length > 0 && !l.Contains(": Digdag v", StringComparison.Ordinal)) ?? "no output";
        return line.Length > 300 ? line[..300] + "…" : line.Trim();
    }

    [GeneratedRegex(@"(?ms)^error: (?<said>.*)\z")]
    private static partial Regex WorkflowError();

    [GeneratedRegex(@"(?m)^Usage: td ")]
    private static partial Regex Usage();

    [GeneratedRegex(@"(?s)^Status code ([0-9]{3}): (.*)$")]
    private static partial Regex StatusCode();

    [GeneratedRegex(@"already exists \(session_id=([0-9]+), attempt_id=([0-9]+), session_time=\S+\)")]
    private static partial Regex SessionExists();

    [GeneratedRegex(@"(?m)^Error: (?<said>.*)$")]
    private static partial Regex RubyError();

    [GeneratedRegex(@"(?m)^5[0-9][0-9]: ")]
    private static partial Regex RubyServer();

    [GeneratedRegex(@"(?m)^(?:Errno::E|OpenSSL::|Timeout::|EOFError).*Retrying after")]
    private static partial Regex RetriedNetwork();

    [GeneratedRegex(@"(?m)^Error 5[0-9][0-9]: .*Retrying after")]
    private static partial Regex RetriedServer();
}
