using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Tests.Configuration;

public class ConfigSchemaTests
{
    [Fact]
    public void The_schema_that_ships_is_the_one_of_the_records() =>
        Golden.TextMatchesFile(ConfigSchema.Text(ConnectorRegistry.Read(new FileStore(new DiskFiles()), Repository.File("templates"), null)), Repository.File("config/pipeline.schema.json"));
}
