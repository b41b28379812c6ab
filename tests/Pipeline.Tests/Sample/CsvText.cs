using System.Text;

namespace Cdp.Pipeline.Tests.Sample;

/// <summary>Just enough CSV for the originals: quotes, doubled quotes, one record a line.</summary>
internal static class CsvText
{
    public static List<Dictionary<string, string>> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = Fields(lines[0]);
        return [.. lines.Skip(1).Select(line => header.Zip(Fields(line)).ToDictionary(x => x.First, x => x.Second))];
    }

    public static string Write(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\n"));

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static List<string> Fields(string line)
    {
        List<string> fields = [];
        StringBuilder field = new();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"' when quoted && i + 1 < line.Length && line[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case var other:
                    field.Append(other);
                    break;
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
