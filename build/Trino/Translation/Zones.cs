namespace Cdp.Trino.Translation;

/// <summary>Times with zone: the instant (a UTC timestamp) and the zone's name as Trino prints it.</summary>
internal static class Zones
{
    /// <summary>The wall clock of an instant in a zone; both SQL.</summary>
    public static string Local(string instant, string zone) => zone == "'UTC'"
        ? instant
        : $"CASE WHEN {zone} = 'UTC' THEN {instant} WHEN {zone}[1] IN ('+', '-') THEN {instant} + to_minutes({Minutes(zone)}) ELSE timezone({zone}, timezone('UTC', {instant})) END";

    /// <summary>The instant at which a zone's clock shows a wall time.</summary>
    public static string Instant(string local, string zone) => zone == "'UTC'"
        ? local
        : $"CASE WHEN {zone} = 'UTC' THEN {local} WHEN {zone}[1] IN ('+', '-') THEN {local} - to_minutes({Minutes(zone)}) ELSE timezone('UTC', timezone({zone}, {local})) END";

    public static string LocalOf(string value) => Sql.Let(value, x => Local($"{x}.u", $"{x}.z"));

    public static string Pack(string instant, string zone) => $"struct_pack(u := {instant}, z := {zone})";

    /// <summary>A change of the wall clock, with NULL kept.</summary>
    public static string Shift(string value, Func<string, string> change) => Sql.Let(
        value,
        x => $"CASE WHEN {x} IS NULL THEN NULL ELSE {Pack(Instant($"({change(Local($"{x}.u", $"{x}.z"))})", $"{x}.z"), $"{x}.z")} END");

    private static string Minutes(string zone) =>
        $"((CAST({zone}[2:3] AS INTEGER) * 60 + CAST({zone}[5:6] AS INTEGER)) * CASE WHEN {zone}[1] = '-' THEN -1 ELSE 1 END)";
}
