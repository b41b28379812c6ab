namespace Cdp.Build.CommandLine;

/// <param name="Name">Without dashes, as it is written.</param>
/// <param name="Value">What stands after the equals sign, for the help; null for a flag.</param>
/// <param name="Targets">The targets that know the switch; empty for all.</param>
internal sealed record Switch(string Name, string? Value, string Description, params string[] Targets)
{
    public bool IsFlag => Value is null;

    public bool Fits(string target) =>
        Targets.Length == 0 || Targets.Contains(target, StringComparer.OrdinalIgnoreCase);
}
