using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class EndpointIsOfTheRegion : IFileGate
{
    public GateInfo Info { get; } = new(
        "PRE-16", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "endpoint: is the address of the API, in the region of region:.");

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        if (scope.Pipeline.Config.Endpoint is not { } endpoint)
        {
            return [];
        }

        var host = new Uri(endpoint).Host;
        var region = RegionOf(host);
        return host.StartsWith("api-", StringComparison.Ordinal)
            ? [new(string.Empty, 0, 0, $"{endpoint} is not the address of the API but of another service. Leave endpoint: out; region: gives all addresses.")]
            : region is { } other && other != scope.Pipeline.Config.Region
                ? [new(string.Empty, 0, 0, $"{endpoint} is of another region than region: {scope.Pipeline.Config.Region}. Leave endpoint: out.")]
                : [];
    }

    private static Region? RegionOf(string host) => host switch
    {
        "api.treasuredata.com" => Region.Us,
        "api.treasuredata.co.jp" => Region.Tokyo,
        _ when host.Contains(".eu01.", StringComparison.Ordinal) => Region.Eu01,
        _ when host.Contains(".ap02.", StringComparison.Ordinal) => Region.Ap02,
        _ when host.Contains(".ap03.", StringComparison.Ordinal) => Region.Ap03,
        _ => null,
    };
}
