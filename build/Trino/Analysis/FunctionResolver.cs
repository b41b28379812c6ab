using System.Collections.Immutable;
using Cdp.Trino.Functions;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>Trino's choice among signatures: an exact one, else the most specific that coercion reaches.</summary>
internal static class FunctionResolver
{
    public static (FunctionEntry Entry, Bindings Bindings) Resolve(
        FunctionCall call,
        ImmutableArray<FunctionEntry> entries,
        ImmutableArray<Typed?> arguments)
    {
        foreach (var entry in entries)
        {
            if (TryBind(entry, arguments, coerce: false) is { } exact)
            {
                return (entry, exact);
            }
        }

        var possible = entries
            .Select(e => (Entry: e, Bindings: TryBind(e, arguments, coerce: true)))
            .Where(c => c.Bindings is not null)
            .Select(c => (c.Entry, Bindings: c.Bindings!, Types: Types(c.Entry, c.Bindings!, arguments.Length)))
            .ToList();
        if (!arguments.Any(a => a?.Type.Kind == Kind.Char) && possible.Any(c => c.Types.All(t => t.Kind != Kind.Char)))
        {
            // text becomes char only beside a char
            possible.RemoveAll(c => c.Types.Any(t => t.Kind == Kind.Char));
        }

        if (possible.Count == 0)
        {
            var found = string.Join(", ", arguments.Select((a, i) => a?.Type.Name ?? $"<lambda {i + 1}>"));
            throw Scope.Error(
                "FUNCTION_NOT_FOUND",
                call.At,
                $"Unexpected parameters ({found}) for function {call.Function}. Expected: {string.Join(", ", entries.Select(e => e.Signature))}");
        }

        var best = possible
            .Where(c => possible.All(o => ReferenceEquals(o.Entry, c.Entry)
                || TryBind(o.Entry, [.. c.Types.Select((t, i) => arguments[i] is null ? null : new Typed(t, ""))], coerce: true) is not null))
            .ToList();
        if (best.Count == 0)
        {
            best = possible;
        }

        if (best.Count > 1)
        {
            // only NULLs had to be converted
            var unknownOnly = best
                .Where(c => c.Types.Select((t, i) => arguments[i] is null || arguments[i]!.Type.Kind == Kind.Unknown || arguments[i]!.Type.Equals(t)).All(x => x))
                .ToList();
            best = unknownOnly.Count > 0 ? unknownOnly : best;
        }

        if (best.Count > 1 && best.Select(c => c.Entry.Result.Substitute(c.Bindings)).Distinct().Count() == 1
            && arguments.Any(a => a?.Type.Kind == Kind.Unknown))
        {
            best = best[..1];
        }

        return best.Count == 1 || best.Select(b => string.Join(',', b.Types)).Distinct().Count() == 1
            ? (best[0].Entry, best[0].Bindings)
            : throw Scope.Error(
                "AMBIGUOUS_FUNCTION_CALL",
                call.At,
                $"Could not choose a best candidate operator. Explicit type casts must be added.\nCandidates are:\n{string.Join("\n", best.Select(b => $"\t * {b.Entry.Signature}"))}");
    }

    private static ImmutableArray<TrinoType> Types(FunctionEntry entry, Bindings bindings, int count) =>
        [.. Enumerable.Range(0, count).Select(i => entry.Parameter(i) is { IsFunction: false } p ? p.Substitute(bindings) : TrinoType.Unknown)];

    private static Bindings? TryBind(FunctionEntry entry, ImmutableArray<Typed?> arguments, bool coerce)
    {
        if (!entry.Accepts(arguments.Length))
        {
            return null;
        }

        var bindings = new Bindings();
        for (var i = 0; i < arguments.Length; i++)
        {
            var pattern = entry.Parameter(i);
            if (arguments[i] is not { } argument)
            {
                if (!pattern.IsFunction)
                {
                    return null;
                }
            }
            else if (pattern.IsFunction || !pattern.Match(argument.Type, bindings, coerce))
            {
                return null;
            }
        }

        return bindings;
    }
}
