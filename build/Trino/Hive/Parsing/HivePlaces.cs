using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>
/// Where Hive says that an expression stands: at its leftmost token. What Hive's tree begins with a word of its own (NULL,
/// a cast, IS NULL, BETWEEN) has no place.
/// </summary>
internal static class HivePlaces
{
    public static SqlPosition? Of(HiveNode node) => node.Form switch
    {
        HiveForm.Null or HiveForm.Cast or HiveForm.Literal or HiveForm.Query => null,
        HiveForm.Operator => node.Text switch
        {
            "IS NULL" or "IS NOT NULL" or "BETWEEN" or "IS TRUE" or "IS FALSE" => null,
            "IN" or "IN ROWS" => node.At,
            _ => Of(node.Items[0]),
        },
        HiveForm.Subscript or HiveForm.Field => Of(node.Items[0]),
        _ => node.At,
    };
}
