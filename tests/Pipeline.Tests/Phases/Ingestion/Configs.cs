namespace Cdp.Pipeline.Tests.Phases.Ingestion;

/// <summary>Configurations for tests, as a person would write them.</summary>
internal static class Configs
{
    /// <param name="sources">The lines below <c>sources:</c>, indented by four.</param>
    /// <param name="settings">Further lines of <c>ingestion:</c>, indented by two.</param>
    public static string With(string sources, string settings = "  mode: incremental\n  start_date: 2024-01-01T00:00:00.000000\n") =>
        $"""
        client: acme
        platform: treasure_data
        unification: {"{ name: customer_360 }"}
        ingestion:
        {settings}  sources:
        {sources}
        """;

    public const string Klaviyo =
        """
            - source_name: mail
              connector: klaviyo
              parameters: { td_authentication_id: "7" }
              objects: [profiles, campaigns]
        """;

    public const string SevenYearsByDay =
        "  mode: both\n  start_date: 2018-01-01T00:00:00.000000\n  end_date: 2025-01-01T00:00:00.000000\n  date_range: day\n";
}
