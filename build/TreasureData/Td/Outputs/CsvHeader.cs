using System.Collections.Immutable;
using System.Text;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary>The first record of a CSV text (RFC 4180).</summary>
internal static class CsvHeader
{
    public static ImmutableArray<string> Read(string text)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var name = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length && (quoted || text[i] is not '\n'); i++)
        {
            if (text[i] is '"')
            {
                if (quoted && i + 1 < text.Length && text[i + 1] is '"')
                {
                    name.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (text[i] is ',' && !quoted)
            {
                names.Add(name.ToString());
                name.Clear();
            }
            else if (text[i] is not '\r' || quoted)
            {
                name.Append(text[i]);
            }
        }

        names.Add(name.ToString());
        return names.ToImmutable();
    }
}
