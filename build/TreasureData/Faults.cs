using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData;

/// <summary>A fault as a sentence: what was refused, in whose words, and what to do next. The same for both transports.</summary>
internal static class Faults
{
    private const string Keys = "https://console.treasuredata.com/app/users";

    /// <param name="doing">What was asked, for a person: <c>the push of project 'acme_ingestion'</c>.</param>
    public static PlatformException Of(Fault fault, string doing, FaultDetails details, Exception? innerException = null)
    {
        var clean = details with { Said = KnownSecrets.WithoutKeys(details.Said).Trim() };
        return new(fault, Sentence(fault, doing, clean), clean, innerException);
    }

    public static PlatformException Of(Fault fault, string doing, string said, Exception? innerException = null) =>
        Of(fault, doing, new FaultDetails(said), innerException);

    private static string Sentence(Fault fault, string doing, FaultDetails details)
    {
        var said = details.Said.Length == 0 ? string.Empty : $": {details.Said.TrimEnd('.')}";
        var next = fault is Fault.NetworkDown && IsCertificate(details.Said) ? Certificate : Next(fault);
        return fault is Fault.Unauthorized
            ? $"Treasure Data does not accept the API key ({doing} was refused{said}). {next}"
            : $"{Capital(doing)} {Verb(fault)}{said}.{(next.Length == 0 ? string.Empty : " ")}{next}";
    }

    /// <summary>TLS is always verified: there is no switch to go on without.</summary>
    private const string Certificate =
        "The host's certificate is not trusted on this machine, so nothing was sent. Check the region and the network; "
        + "where a proxy of yours opens TLS, put its authority into this machine's store or into the file of SSL_CERT_FILE (Java: a truststore in JAVA_TOOL_OPTIONS).";

    private static bool IsCertificate(string said) =>
        said.Contains("certificate", StringComparison.OrdinalIgnoreCase) || said.Contains("certification path", StringComparison.Ordinal);

    private static string Verb(Fault fault) => fault switch
    {
        Fault.NetworkDown or Fault.ServerError or Fault.NoAnswer or Fault.Crashed => "failed",
        Fault.WrongHost => "did not reach Treasure Data",
        Fault.NotUnderstood => "got an answer that we do not understand",
        Fault.NotConfigured or Fault.ModuleMissing or Fault.JavaMissing or Fault.NoTdConf or Fault.ClientTooOld => "could not be done by td",
        Fault.RunFailed or Fault.QueryFailed => "ended in an error",
        _ => "was refused",
    };

    private static string Next(Fault fault) => fault switch
    {
        Fault.NotConfigured => "Check TD_API_KEY and the region, or use transport: rest.",
        Fault.ModuleMissing or Fault.ClientTooOld => "Run 'td workflow:update', or use transport: rest.",
        Fault.JavaMissing => "Install Java 8 to 21, or name it in TD_WF_JAVA, or use transport: rest.",
        Fault.Crashed => "Check the memory of this machine, then run the same command again; it goes on where it was.",
        Fault.Unauthorized => $"Check TD_API_KEY and the region; keys are listed at {Keys}.",
        Fault.Forbidden => "Ask the account's administrator for the permission, then run the same command again.",
        Fault.WrongHost => "Check region: and endpoint: in the configuration.",
        Fault.NoTdConf => "Run the same command again.",
        Fault.NetworkDown or Fault.ServerError or Fault.NoAnswer or Fault.NotUnderstood =>
            "Check the network and the region, then run the same command again; it goes on where it was.",
        Fault.Throttled => "Treasure Data asks for fewer requests; run the same command again in some minutes.",
        Fault.YamlError or Fault.CompileError or Fault.MissingColon => "Correct the file, or generate the project again.",
        Fault.MissingInclude => "Generate the project again.",
        Fault.NothingDeployed => "The folder has no workflow (*.dig) at its top; generate the project again.",
        Fault.ArchiveTooBig => "Take files out of the project's folder, or name them in .digdagignore.",
        Fault.ProjectMissing => "Deploy it first, or check the name and the key.",
        Fault.WorkflowMissing => "Deploy the project again.",
        Fault.AttemptLimit => "Wait until others have ended, or kill what is not needed.",
        Fault.DatabaseMissing => "Create it, or check the name and the key.",
        _ => string.Empty,
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
