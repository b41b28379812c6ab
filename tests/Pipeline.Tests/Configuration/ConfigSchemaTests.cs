using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Tests.Configuration;

public class ConfigSchemaTests
{
    [Fact]
    public void The_schema_that_ships_is_the_one_of_the_records() =>
        Golden.TextMatchesFile(ConfigSchema.Text(), Repository.File("config/pipeline.schema.json"));
}
