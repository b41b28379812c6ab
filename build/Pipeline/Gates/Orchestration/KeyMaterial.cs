using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Gates.Orchestration;

/// <summary>What an account's key and a private key look like (spec, cdp_phases §4.6, B-OR-1).</summary>
internal static partial class KeyMaterial
{
    [GeneratedRegex("""(?<![0-9A-Za-z/.])[0-9]{1,8}/[0-9a-f]{40}(?![0-9A-Za-z])|-----BEGIN [A-Z ]*PRIVATE KEY-----""")]
    public static partial Regex Pattern();
}
