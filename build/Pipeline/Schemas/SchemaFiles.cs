using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Templating;
using Cdp.Yaml;

namespace Cdp.Pipeline.Schemas;

/// <summary><c>schemas/{database}.{table}.yml</c>: described tables as text that a person can read and compare.</summary>
internal static class SchemaFiles
{
    public const string Folder = "schemas/";

    public static string PathOf(TableName table) => $"{Folder}{table}.yml";

    public static string Write(TableSchema schema)
    {
        var columns = schema.Columns.Select(c => $"  - {{ name: {Quoting.Yaml(c.Name)}, type: {Quoting.Yaml(c.Type)} }}\n");
        var origin = schema.IsCheckedIn
            ? "# As checked in, or as the phase before would make it; the platform was not asked. Generate reads it.\nsource: checked_in\n"
            : "# Described from the platform; Generate reads it.\n";
        return $"{origin}database: {schema.Name.Database}\ntable: {schema.Name.Table}\ncolumns:\n{string.Concat(columns)}";
    }

    public static TableSchema Read(string text, string file)
    {
        try
        {
            var map = (YamlMapping)YamlDocument.Read(text, file)!;
            var columns = ((YamlSequence)map["columns"]!).Items.Cast<YamlMapping>();
            return new(
                new(Text(map, "database"), Text(map, "table")),
                [.. columns.Select(c => new ColumnDescription(Text(c, "name"), Text(c, "type")))])
            {
                IsCheckedIn = map["source"] is YamlScalar { Text: "checked_in" },
            };
        }
        catch (Exception ex) when (ex is YamlSyntaxException or NullReferenceException or InvalidCastException)
        {
            throw new PipelineException(
                $"{file} is not a description of a table. Delete it; it is described again.", ExitCode.WrongInput, ex);
        }
    }

    private static string Text(YamlMapping map, string key) => ((YamlScalar)map[key]!).Text;
}
