using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Schemas;
using static Cdp.Pipeline.Tests.Phases.Project;

namespace Cdp.Pipeline.Tests.Phases;

public class SampleProjectTests
{
    private readonly Project _project = new(SampleConfig());

    internal static SchemaCatalog Schemas { get; } = new(
    [
        .. from name in (string[])["shop_customers", "shop_customers_hist"]
           select Table(name, "id", "email", "accepts_marketing", "total_spent", "created_at", "updated_at", "cluster", "load_batch_id"),
        .. from name in (string[])["shop_orders", "shop_orders_hist"]
           select Table(name, "id bigint", "customer_id", "email", "total_price double", "load_batch_id"),
        Table("shop_products", "id bigint", "title", "price double"),
        Table("crm_profiles", "id", "email", "properties", "load_batch_id"),
        Table("crm_profiles_hist", "id", "email", "load_batch_id"),
        Table("crm_events_hist", "id", "email", "value double"),
    ]);

    [Fact]
    public void Generates_the_ingestion_of_the_sample() => Matches(_project.LoadPhase, "sample/ingestion");

    [Fact]
    public void Generates_the_hist_union_of_the_sample() => Matches(UnionPhase, "sample/hist_union");

    [Fact]
    public void Generates_the_staging_of_the_sample() =>
        Matches(new StagingPhase(), "sample/staging", SampleSchemas.Combined);

    [Fact]
    public void Generates_the_unification_of_the_sample() =>
        Matches(new UnificationPhase(), "sample/unification", SampleSchemas.Cleaned);

    private void Matches(IPhaseDefinition phase, string name, SchemaCatalog? schemas = null)
    {
        using TempFolder folder = new();
        foreach (var (path, text) in _project.Render(phase, schemas ?? Schemas))
        {
            folder.Write(path, text);
        }

        Golden.FolderMatches(folder.Path, name);
    }
}
