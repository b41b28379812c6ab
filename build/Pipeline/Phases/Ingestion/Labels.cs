using System.Globalization;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>Objects as the report calls them: <c>Orders</c>, or <c>Shop Orders</c> when there are several sources.</summary>
internal static class Labels
{
    public static string Of(ResolvedObject o, int sources) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase((sources > 1 ? o.Id : o.Name).Replace('_', ' '));
}
