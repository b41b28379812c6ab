using System.Text.RegularExpressions;
using Cdp.Pipeline;

namespace Cdp.TreasureData;

/// <summary>The hosts of one TD site. Source: spec/td_cli.md §3.4 — one region gives all of them.</summary>
/// <param name="Api">v3 API: databases, tables, jobs.</param>
/// <param name="Workflow">The workflow API: projects, sessions, attempts.</param>
/// <param name="Cdp">The CDP API, which hosted unification calls.</param>
/// <param name="Console">Where a person looks.</param>
public sealed partial record TdHosts(Uri Api, Uri Workflow, Uri Cdp, Uri Console)
{
    public static TdHosts Of(string region) => region switch
    {
        "us" => Site("treasuredata.com"),
        "eu01" => Site("eu01.treasuredata.com"),
        "tokyo" => Site("treasuredata.co.jp"),
        "ap02" => Site("ap02.treasuredata.com"),
        "ap03" => Site("ap03.treasuredata.com"),
        _ => throw new PipelineException(
            $"There is no region '{region}'. Use us, eu01, tokyo, ap02 or ap03.", ExitCode.WrongInput),
    };

    /// <summary>From the address of the API alone: Treasure Data's own names its other hosts by a rule, any other address
    /// answers everything by itself.</summary>
    public static TdHosts At(Uri endpoint) => endpoint switch
    {
        { Scheme: not "https", IsLoopback: false } => throw new PipelineException(
            $"endpoint: {endpoint.OriginalString} would carry the API key in the clear. Write https://.", ExitCode.WrongInput),
        _ when Api3().Match(endpoint.Host) is { Success: true } own => new(
            endpoint, Host("-workflow", own), Host("-cdp", own), new($"https://console.{own.Groups["site"].Value}")),
        _ => Single(endpoint),
    };

    /// <summary>Whether td finds the workflow API of this site: it knows Treasure Data's own hosts (spec/td_cli.md §3.3).</summary>
    public bool AreKnownToTd => Api3().IsMatch(Api.Host) || Api.IsLoopback;

    /// <summary>One address answers everything, as the emulator does.</summary>
    public static TdHosts Single(Uri address) => new(address, address, address, address);

    private static Uri Host(string service, Match own) =>
        new($"https://api{own.Groups["stage"].Value}{service}{own.Groups["name"].Value}.{own.Groups["site"].Value}");

    [GeneratedRegex(
        @"^api(?<stage>-(?:staging|development))?(?<name>-[a-z0-9]+)?\.(?<site>(?:connect\.)?(?:(?:eu01|ap02|ap03)\.)?treasuredata\.(?:com|co\.jp))\z")]
    private static partial Regex Api3();

    private static TdHosts Site(string domain) =>
        new(new($"https://api.{domain}"), new($"https://api-workflow.{domain}"), new($"https://api-cdp.{domain}"),
            new($"https://console.{domain}"));
}

/// <summary>An account on a site.</summary>
public sealed record TdAccount(TdHosts Hosts, Secret ApiKey)
{
    /// <summary>Read anew for every request: a person may give another key while a run waits.</summary>
    public Secret ApiKey { get; set; } = ApiKey;

    /// <summary>The account's number: what stands in front of the key's slash. It is no secret.</summary>
    public string? Id => ApiKey.Value.Split('/') is [var id, _] ? id : null;
}
