using Cdp.Pipeline.Schemas;
using static Cdp.Pipeline.Tests.Phases.Project;

namespace Cdp.Pipeline.Tests.Phases;

internal static class HistUnionDefectSchemas
{
    public static IEnumerable<TableSchema> Sample =>
        from name in (string[])["shop_customers", "shop_orders", "crm_profiles", "crm_events"]
        from table in (string[])[name, $"{name}_hist"]
        select Table(table, "id", "load_batch_id");
}
