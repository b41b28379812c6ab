namespace Cdp.Trino.Runtime.Regex;

/// <summary>The inline flags in force: <c>i</c>, <c>m</c> (line anchors) and <c>s</c> (dot takes newlines).</summary>
internal readonly record struct Flags(bool IgnoreCase, bool Multiline, bool DotAll)
{
    public Flags With(string text)
    {
        var flags = this;
        var on = true;
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '-' when on:
                    on = false;
                    break;
                case 'i':
                    flags = flags with { IgnoreCase = on };
                    break;
                case 'm':
                    flags = flags with { Multiline = on };
                    break;
                case 's':
                    flags = flags with { DotAll = on };
                    break;
                default:
                    throw TrinoFailure.NotCertain($"The flags (?{text}) are not supported in a pattern.");
            }
        }

        return flags;
    }
}
