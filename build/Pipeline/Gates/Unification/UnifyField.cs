using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>A field of <c>unify.yml</c>: its name, and what may stand there.</summary>
internal abstract record UnifyField(string Name, bool IsRequired)
{
    public abstract IEnumerable<FileProblem> Look(YamlNode value);

    protected IEnumerable<FileProblem> Problem(YamlNode at, string what) => [UnifyFile.Problem(at, $"{Name} {what}")];
}

/// <summary>A name, as of a key, a table or a column.</summary>
internal sealed partial record UnifyName(string Name, bool IsRequired = false) : UnifyField(Name, IsRequired)
{
    public override IEnumerable<FileProblem> Look(YamlNode value) => value is not YamlScalar text
        ? Problem(value, "must be a name.")
        : Pattern().IsMatch(text.Text) ? []
        : Problem(value, $"cannot be '{text.Text}': a name has letters, digits and _, and does not begin with a digit.");

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_]*\z")]
    private static partial Regex Pattern();
}

/// <summary>A list of different names.</summary>
internal sealed record UnifyNames(string Name, int Most = int.MaxValue) : UnifyField(Name, IsRequired: false)
{
    public override IEnumerable<FileProblem> Look(YamlNode value)
    {
        if (value is not YamlSequence list)
        {
            return Problem(value, "must be a list of names.");
        }

        var item = new UnifyName($"An item of {Name}");
        return
        [
            .. list.Items.Length > Most ? Problem(value, FormattableString.Invariant($"has {list.Items.Length} items; {Most} are possible.")) : [],
            .. list.Items.SelectMany(item.Look),
            .. list.Items.OfType<YamlScalar>().GroupBy(i => i.Text).SelectMany(g => g.Skip(1)).SelectMany(i => Problem(i, $"names {i.Text} twice.")),
        ];
    }
}

/// <summary>Any text; expressions are read by UN-10.</summary>
internal sealed record UnifyText(string Name) : UnifyField(Name, IsRequired: false)
{
    public override IEnumerable<FileProblem> Look(YamlNode value) => value is YamlScalar ? [] : Problem(value, "must be a text.");
}

/// <summary>A list of texts, null among them.</summary>
internal sealed record UnifyTexts(string Name, int Most) : UnifyField(Name, IsRequired: false)
{
    public override IEnumerable<FileProblem> Look(YamlNode value) => value is not YamlSequence list
        ? Problem(value, "must be a list of texts.")
        :
        [
            .. list.Items.Length > Most ? Problem(value, FormattableString.Invariant($"has {list.Items.Length} items; {Most} are possible.")) : [],
            .. list.Items.Where(i => i is not YamlScalar).SelectMany(i => Problem(i, "must hold texts only.")),
        ];
}

internal sealed record UnifyNumber(string Name, int Least, int Most = int.MaxValue) : UnifyField(Name, IsRequired: false)
{
    public override IEnumerable<FileProblem> Look(YamlNode value) =>
        value is YamlScalar { IsPlain: true } text && int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= Least && n <= Most
            ? []
            : Problem(value, Most is int.MaxValue
                ? FormattableString.Invariant($"must be a whole number from {Least} on.")
                : FormattableString.Invariant($"must be a whole number from {Least} to {Most}."));
}

internal sealed record UnifyChoice(string Name, string First, string Second) : UnifyField(Name, IsRequired: false)
{
    public override IEnumerable<FileProblem> Look(YamlNode value) =>
        value is YamlScalar text && (text.Text == First || text.Text == Second) ? [] : Problem(value, $"must be {First} or {Second}.");
}

/// <summary>A list of maps that have the same fields; a name stands in it once.</summary>
internal sealed record UnifyList(string Name, ImmutableArray<UnifyField> Fields, bool IsRequired = false, int Most = int.MaxValue)
    : UnifyField(Name, IsRequired)
{
    public override IEnumerable<FileProblem> Look(YamlNode value)
    {
        if (value is not YamlSequence { Items.IsEmpty: false } list)
        {
            return Problem(value, "must be a list with an item at least.");
        }

        return
        [
            .. list.Items.Length > Most ? Problem(value, FormattableString.Invariant($"has {list.Items.Length} items; {Most} are possible.")) : [],
            .. list.Items.SelectMany(i => i is YamlMapping map ? UnifySchema.Look(map, $"An item of {Name}", Fields) : Problem(i, "must hold maps only.")),
            .. UnifyFile.List(list).GroupBy(i => UnifyFile.Text(i, "name")).Where(g => g.Key is not null)
                .SelectMany(g => g.Skip(1).SelectMany(i => Problem(i["name"]!, $"has two items with the name {g.Key}."))),
        ];
    }
}
