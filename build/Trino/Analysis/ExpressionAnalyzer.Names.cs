using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private Typed Column(Name name) => Resolve([name])
        ?? throw Error("COLUMN_NOT_FOUND", name.At, $"Column '{name.Lower}' cannot be resolved{(name.Quoted ? " (hint: a text stands in single quotes, double quotes are for names)" : "")}");

    private Typed Dereferenced(Dereference e)
    {
        if (Parts(e) is { } parts && Resolve(parts) is { } column)
        {
            return column;
        }

        if (Parts(e) is { } names && !Enumerable.Range(1, names.Length - 1).Any(n => Resolve(names[..n]) is not null))
        {
            throw Error("COLUMN_NOT_FOUND", e.At, $"Column '{string.Join('.', names.Select(n => n.Lower))}' cannot be resolved");
        }

        var row = Analyze(e.Base);
        if (row.Type.Kind != Kind.Row)
        {
            throw Error("TYPE_MISMATCH", e.Base.At, $"Expression {e.Field.Text} is not of type ROW");
        }

        var index = Enumerable.Range(0, row.Type.Fields.Length)
            .Where(i => string.Equals(row.Type.Fields[i], e.Field.Text, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return index.Count switch
        {
            1 => new Typed(row.Type.Items[index[0]], $"{row.Sql}.f{index[0]}"),
            0 => throw Error("COLUMN_NOT_FOUND", e.At, $"Column '{e.Field.Lower}' cannot be resolved"),
            _ => throw Error("AMBIGUOUS_NAME", e.Field.At, $"Ambiguous row field reference: {e.Field.Text}"),
        };
    }

    private static ImmutableArray<Name>? Parts(Expression expression) => expression switch
    {
        Name name => [name],
        Dereference e when Parts(e.Base) is { } parts => parts.Add(e.Field),
        _ => null,
    };

    /// <summary>A column by one to four names, here or around; null where there is none.</summary>
    public Typed? Resolve(ImmutableArray<Name> parts)
    {
        if (parts.Length == 1 && _variables.TryGetValue(parts[0].Lower, out var variable))
        {
            return variable;
        }

        var found = parts.Length switch
        {
            1 => Scope.Find(parts[0].Lower, null, null),
            2 => Scope.Find(parts[1].Lower, parts[0].Lower, null),
            3 => Scope.Find(parts[2].Lower, parts[1].Lower, parts[0].Lower),
            4 when parts[0].Lower == QueryAnalyzer.CatalogName => Scope.Find(parts[3].Lower, parts[2].Lower, parts[1].Lower),
            _ => [],
        };
        if (found.Length > 1)
        {
            throw Error("AMBIGUOUS_NAME", parts[0].At, $"Column '{string.Join('.', parts.Select(p => p.Lower))}' is ambiguous");
        }

        if (found.Length == 1)
        {
            var column = new Typed(found[0].Type, found[0].Sql);
            return Group is null ? column : Group.Column(column, parts, Root);
        }

        return Scope.Outer?.Resolve(parts);
    }

    private Typed Lambda(Lambda lambda, ImmutableArray<TrinoType> parameters)
    {
        if (lambda.Parameters.Length != parameters.Length)
        {
            throw Error("INVALID_PARAMETER_USAGE", lambda.At, $"Expected a lambda that takes {parameters.Length} argument(s) but got {lambda.Parameters.Length}");
        }

        var before = _variables;
        var names = new string[parameters.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = $"x{queries.NextNumber()}";
            _variables = _variables.SetItem(lambda.Parameters[i].Lower, new Typed(parameters[i], names[i]));
        }

        try
        {
            var body = Analyze(lambda.Body);
            return new Typed(TrinoType.Function(parameters, body.Type), body.IsNull ? "CAST(NULL AS INTEGER)" : body.Sql) { Parameters = names };
        }
        finally
        {
            _variables = before;
        }
    }
}
