using System.Collections.Immutable;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveParser
{
    private ImmutableDictionary<string, HiveWindow> Windows()
    {
        if (!Take("WINDOW"))
        {
            return ImmutableDictionary<string, HiveWindow>.Empty;
        }

        return List(() =>
        {
            var name = Name();
            Expect("AS");
            return (name, Window());
        }).ToImmutableDictionary(w => w.name, w => w.Item2);
    }

    private HiveWindow? Over()
    {
        if (!Take("OVER"))
        {
            return null;
        }

        return Next.Is("(") ? Window() : new HiveWindow(Name(), [], [], null);
    }

    private HiveWindow Window()
    {
        Expect("(");
        if (AtName && !(Next.Is("DISTRIBUTE") || Next.Is("SORT") || Next.Is("CLUSTER")))
        {
            throw HiveError.Refused("A window that builds on another", Here);
        }

        ImmutableArray<HiveNode> partition = TakeAll("PARTITION", "BY") || TakeAll("DISTRIBUTE", "BY") ? List(Expression) : [];
        ImmutableArray<HiveOrder> order = TakeAll("ORDER", "BY") || TakeAll("SORT", "BY") ? List(Ordered) : [];
        if (TakeAll("CLUSTER", "BY"))
        {
            partition = List(Expression);
            order = [.. partition.Select(p => new HiveOrder(p, false, null))];
        }

        var frame = Next.Is("ROWS") || Next.Is("RANGE") ? Frame() : null;
        Expect(")");
        return new HiveWindow(null, partition, order, frame);
    }

    private string Frame()
    {
        var kind = Next.Text.ToUpperInvariant();
        _at++;
        if (!Take("BETWEEN"))
        {
            return $"{kind} {Bound()}";
        }

        var from = Bound();
        Expect("AND");
        return $"{kind} BETWEEN {from} AND {Bound()}";
    }

    private string Bound()
    {
        if (TakeAll("CURRENT", "ROW"))
        {
            return "CURRENT ROW";
        }

        var far = Take("UNBOUNDED");
        var size = far ? "UNBOUNDED" : Count().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var side = Next.Text.ToUpperInvariant();
        if (side is not ("PRECEDING" or "FOLLOWING"))
        {
            throw Unexpected();
        }

        _at++;
        return $"{size} {side}";
    }
}
