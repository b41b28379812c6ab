using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Tests.Templating;

public sealed class TemplateRendererTests : IDisposable
{
    private readonly TempFolder _product = new();
    private readonly TempFolder _own = new();

    public void Dispose()
    {
        _product.Dispose();
        _own.Dispose();
    }

    [Fact]
    public void A_name_that_is_not_in_the_model_is_an_error_with_its_place()
    {
        _product.Write("staging/c.sql", "-- one\nSELECT * FROM {{ datbase }}.t\n");

        var error = Assert.Throws<PipelineException>(() => Renderer().Render("staging/c.sql", new { Database = "acme_stg" }));

        Assert.EndsWith("c.sql:2:18: The variable or function `datbase` was not found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_does_not_exist_is_an_error()
    {
        _product.Write("staging/c.sql", "{{ table.nmae }}");

        var error = Assert.Throws<PipelineException>(() => Renderer().Render("staging/c.sql", new { Table = new { Name = "x" } }));

        Assert.Contains("c.sql:1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_are_seen_in_snake_case_and_enums_print_as_in_the_configuration()
    {
        _product.Write(
            "staging/c.yml",
            "{{~ for t in source_tables ~}}\r\n- {{ t | sql_name }} {{ mode }} {{ mode | yaml }}\r\n{{~ end ~}}\r\n");

        var text = Renderer().Render("staging/c.yml", new { SourceTables = new[] { "a", "b\"" }, Mode = IdMethod.PersistentId });

        Assert.Equal("- \"a\" persistent_id persistent_id\n- \"b\"\"\" persistent_id persistent_id\n", text);
    }

    [Fact]
    public void A_file_of_ones_own_replaces_the_products_also_where_it_is_included()
    {
        _product.Write("staging/c.sql", "{{ include 'parts/x.sql' }}, {{ include 'parts/y.sql' }}");
        _product.Write("staging/parts/x.sql", "product {{ name }}");
        _product.Write("staging/parts/y.sql", "kept");
        _own.Write("staging/parts/x.sql", "own {{ name }}");

        Assert.Equal("own orders, kept\n", Renderer().Render("staging/c.sql", new { Name = "orders" }));
    }

    private TemplateRenderer Renderer() =>
        new(new TemplateFolders(new FileStore(new DiskFiles()), _product.Path, _own.Path));
}
