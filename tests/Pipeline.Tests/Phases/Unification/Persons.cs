namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>An independent way to the same answer: union-find over records in memory.</summary>
internal sealed class Persons
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    public void Add(IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            _parents.TryAdd(key, key);
            _parents[Root(key)] = Root(keys[0]);
        }
    }

    public int Count => _parents.Keys.Count(k => Root(k) == k);

    /// <summary>The groups of keys, each and all in order.</summary>
    public IReadOnlyList<string> Groups() =>
    [
        .. _parents.Keys.GroupBy(Root).Select(g => string.Join(' ', g.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal),
    ];

    private string Root(string key)
    {
        while (_parents[key] != key)
        {
            key = _parents[key] = _parents[_parents[key]];
        }

        return key;
    }
}
