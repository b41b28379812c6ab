using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Cdp.Trino.Analysis;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Execution;

/// <summary>
/// What texts were parsed to, and queries translated to, one database long. A translation holds for one state of the
/// tables: each write begins a new one.
/// </summary>
internal sealed class TranslationCache
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(long, PlanKey), QueryPlan> _plans = new();
    private long _writes;

    /// <summary>A failed parse is not kept: its error is made anew.</summary>
    public Statement Parse(string text)
    {
        if (_statements.Count > Most)
        {
            _statements.Clear();
        }

        return _statements.GetOrAdd(text, Parser.ParseStatement);
    }

    /// <summary>Called before a write and after it: while it runs the number is odd and nothing is kept.</summary>
    public void Count() => Interlocked.Increment(ref _writes);

    /// <summary>Taken before the transaction begins; null while somebody writes.</summary>
    public PlanSnapshot? Snapshot()
    {
        var writes = Interlocked.Read(ref _writes);
        return writes % 2 == 0 ? new PlanSnapshot(this, writes) : null;
    }

    public QueryPlan? Find(long writes, PlanKey key) =>
        Interlocked.Read(ref _writes) == writes ? _plans.GetValueOrDefault((writes, key)) : null;

    public void Keep(long writes, PlanKey key, QueryPlan plan)
    {
        if (Interlocked.Read(ref _writes) != writes)
        {
            return;
        }

        if (_plans.Count > Most)
        {
            _plans.Clear();
        }

        _plans[(writes, key)] = plan;
    }
}

/// <summary>The statement is meant itself, as the cache gave it: comparing trees would cost more than it saves.</summary>
internal sealed class PlanKey(QueryStatement statement, string database, Dialect dialect, bool doubles) : IEquatable<PlanKey>
{
    private readonly QueryStatement _statement = statement;
    private readonly (string, Dialect, bool) _rest = (database, dialect, doubles);

    public bool Equals(PlanKey? other) => other is not null && ReferenceEquals(_statement, other._statement) && _rest == other._rest;

    public override bool Equals(object? obj) => Equals(obj as PlanKey);

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(_statement), _rest);
}

/// <summary>The cache for one state of the tables.</summary>
internal sealed record PlanSnapshot(TranslationCache Cache, long Writes)
{
    public QueryPlan? Find(PlanKey key) => Cache.Find(Writes, key);

    public void Keep(PlanKey key, QueryPlan plan) => Cache.Keep(Writes, key, plan);
}
