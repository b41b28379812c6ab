using System.Globalization;
using Cdp.Trino.Runtime;

namespace Cdp.Trino.Tests.Runtime;

/// <summary>CAST and TRY_CAST of a value by what it is.</summary>
internal sealed partial class CallReader
{
    private Func<object?> Cast(bool isTry)
    {
        var value = Expression();
        Skip();
        if (!Take("AS "))
        {
            throw new NotCallable();
        }

        var end = sql.IndexOf(')', _at);
        var type = sql[_at..end].Trim().ToLowerInvariant();
        var sizes = type.Split('(', ',');
        if (type.Contains('(', StringComparison.Ordinal))
        {
            end = sql.IndexOf(')', end + 1);
            type = sizes[0];
        }

        if (end < 0 || (sizes.Length > 1 && type != "decimal"))
        {
            throw new NotCallable();
        }

        _at = end + 1;
        long[] scale = type != "decimal" ? []
            : sizes.Length > 1 ? [long.Parse(sizes[1], CultureInfo.InvariantCulture), sizes.Length > 2 ? long.Parse(sizes[2], CultureInfo.InvariantCulture) : 0]
            : [38, 0];
        return () =>
        {
            var argument = value();
            var from = argument switch { string => "varchar", double => "double", float => "real", Json => "json", null => null, _ => throw new NotCallable() };
            if (from is null)
            {
                return null;
            }

            var name = from == "varchar" && type == "json" ? "json_string" : type == "json" ? $"json_{from}" : $"{from}_to_{type}";
            if (!functions.Has(name))
            {
                throw new NotCallable();
            }

            try
            {
                return functions.Call(name, [argument, .. scale.Select(size => (object)size)]);
            }
            catch (TrinoFailure failure) when (isTry && failure.Name == "INVALID_CAST_ARGUMENT")
            {
                return null;
            }
        };
    }
}
