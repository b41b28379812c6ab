namespace Cdp.EndToEnd;

/// <summary>Who is who, computed in memory: nothing of the pipeline is used.</summary>
internal sealed class UnionFind
{
    private readonly Dictionary<string, string> _parents = [];

    public int Members => _parents.Count;

    public int Groups => _parents.Keys.Select(Root).Distinct().Count();

    public void Join(IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            _parents.TryAdd(key, key);
            _parents[Root(key)] = Root(keys[0]);
        }
    }

    private string Root(string key)
    {
        while (_parents[key] != key)
        {
            key = _parents[key] = _parents[_parents[key]];
        }

        return key;
    }
}
