using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Setup;

/// <summary>The seed's pages of the pre-flight.</summary>
internal static class SetupTexts
{
    public const string Welcome =
        """
        # CDP Complete Implementation Pipeline

        I'll orchestrate your complete CDP implementation across 4 phases:

        Phase 1: Ingestion      - Create raw data ingestion workflows
        Phase 2: Hist-Union     - Combine historical + incremental data
        Phase 3: Staging        - Transform and clean data
        Phase 4: Unification    - Create unified customer profiles

        Total estimated time: 3-4 hours (depending on data volume)

        Let's gather all required configuration upfront. Nothing is written before you have seen it and said yes;
        Ctrl-C leaves everything as it is.
        """;

    public static string ApiKey(Secret? key) =>
        $"""

        TD_API_KEY (required for a run, never written to a file):
           - Find at: https://console.treasuredata.com/app/users
           - Format: 12345/abcdef1234567890...
           - Your API key: {Shown(key)}
        """;

    public static string Summary(Draft draft, string endpoint, Secret? key) =>
        $"""
        # Configuration Summary

        ## Global
        - TD Endpoint: {endpoint}
        - Client: {draft.Global.Client}
        - API Key: {(draft.IsLocal ? "not needed on this machine" : Shown(key))}

        ## Phase 1: Ingestion
        {string.Join('\n', draft.Ingestion.Sources.Select(Source))}
        - Mode: {draft.Ingestion.Mode}
        - Database: {draft.Ingestion.Database}

        ## Phase 2: Hist-Union
        - Tables: {string.Join(", ", draft.Tables)}
        - Database: {draft.Ingestion.Database}

        ## Phase 3: Staging
        - Engine: {draft.Staging.Engine}
        - Tables: {string.Join(", ", draft.Tables)}
        - Database: {draft.Staging.Database}

        ## Phase 4: Unification
        - Name: {draft.Unification.Name}
        - ID Method: {draft.Unification.IdMethod}
        - Strategy: {draft.Unification.UpdateStrategy}

        ---

        {Timeline(draft)}
        """;

    /// <summary>What to do now that the file is there.</summary>
    public static string Next(Draft draft, string path)
    {
        var config = $" --config={path}";
        var secrets = draft.Ingestion.Sources.SelectMany(s => s.Secrets).ToArray();
        return $"""

            ✓ {path} is written. Next:
              ./build.sh --target=Check{config}
              ./build.sh --target=Doctor{config}
              ./build.sh --target=Unification{config}
            {(secrets.Length == 0 || draft.IsLocal
                ? string.Empty
                : $"Secrets that the sources need, set with --target=Secrets: {string.Join(", ", secrets)}")}
            """.TrimEnd();
    }

    private static string Source(SourceDraft source) =>
        $"- Source: {source.Name}\n- Connector: {source.Connector.Type}\n- Objects: {string.Join(", ", source.Objects.Select(o => o.Name))}";

    private static string Timeline(Draft draft) => draft.IsLocal
        ? "**Estimated Timeline:** minutes, on this machine"
        : """
          **Estimated Timeline:**
          - Phase 1 (Ingestion): ~1 hour
          - Phase 2 (Hist-Union): ~30 minutes
          - Phase 3 (Staging): ~45 minutes
          - Phase 4 (Unification): ~1.5 hours
          - **Total: 3-4 hours**
          """;

    private static string Shown(Secret? key) => key switch
    {
        null => "not set yet; put it into the environment variable TD_API_KEY before a run",
        { } given when !ConfigLoader.IsKey(given.Value) => "TD_API_KEY is set, but is not of the form 12345/abcdef1234567890...",
        { } given => $"****{given.Value[^4..]}",
    };
}
