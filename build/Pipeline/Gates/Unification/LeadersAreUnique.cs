using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases.Unification;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class LeadersAreUnique : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-15", Phase.Unification, GateKind.Data, CheckSeverity.Failure,
        "Every identifier has one leader; with do_not_merge_key no leader of that key follows another.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var persons = Persons.Of(scope);
        yield return persons.Plan.DoNotMerge is { } kept ? Apart(persons, kept) : OneLeader(persons);
    }

    private DataCheck OneLeader(Persons persons) => persons.Ask(
        Info,
        persons.Text.Graph,
        "Every identifier has one leader.",
        $"""
        SELECT COUNT(*) AS "split" FROM (
          SELECT "follower_id", "follower_ns" FROM {persons.Text.Graph}
          GROUP BY "follower_id", "follower_ns" HAVING COUNT(*) > 1
        ) t
        """,
        r => Persons.Found(r, "split", "identifiers have several leaders"));

    /// <summary>With <c>do_not_merge_key</c> a value may have several persons, but no two of that key that lead are one.</summary>
    private DataCheck Apart(Persons persons, IdentityKey kept) => persons.Ask(
        Info,
        persons.Text.Graph,
        $"No leader of the key {kept.Name} follows another.",
        $"""
        SELECT COUNT(*) AS "joined" FROM {persons.Text.Graph} f
        JOIN (SELECT DISTINCT "leader_id" FROM {persons.Text.Graph} WHERE "leader_ns" = {Invariant($"{kept.Type}")}) l ON l."leader_id" = f."follower_id"
        WHERE f."follower_ns" = {Invariant($"{kept.Type}")} AND f."leader_ns" = f."follower_ns" AND f."leader_id" <> f."follower_id"
          AND NOT EXISTS (
            SELECT 1 FROM {persons.Text.Graph} own
            WHERE own."follower_id" = f."follower_id" AND own."follower_ns" = f."follower_ns" AND own."leader_id" = f."follower_id")
        """,
        r => Persons.Found(r, "joined", $"values of {kept.Name} were merged"));
}
