using System.Collections.Immutable;

namespace Cdp.Pipeline.Identities;

/// <summary>One value of a key: an e-mail address, a telephone number.</summary>
/// <param name="Type">The key's number (<c>id_key_type</c>).</param>
internal sealed record Identifier(int Type, string Value);

/// <summary>Records of one table that have the same keys.</summary>
/// <param name="Keys">The most trusted first; empty for rows without any valid key.</param>
/// <param name="FirstSeen">The time of the earliest, in seconds.</param>
/// <param name="Rows">How many rows of the cleaned table they are.</param>
internal sealed record IdentityRecord(string Source, ImmutableArray<Identifier> Keys, long FirstSeen, long Rows);
