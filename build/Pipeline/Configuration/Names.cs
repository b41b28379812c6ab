using System.Globalization;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

/// <summary>Prefix of every database: letters and digits only, so that <c>{client}_src</c> can be told apart.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClientNameAttribute() : TextRuleAttribute("[a-z0-9]{2,30}", "2 to 30 lower-case letters and digits, for example acme");

/// <summary>A source or an object: part of file, task and table names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartNameAttribute() : TextRuleAttribute("[a-z0-9][a-z0-9_]{0,99}", "lower-case letters, digits and _, for example shop_orders");

/// <summary>A database or table, as TD allows them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableNameAttribute() : TextRuleAttribute("[a-z0-9_]{3,255}", "3 to 255 lower-case letters, digits and _, for example acme_src");

/// <summary>A column of a TD table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnNameAttribute() : TextRuleAttribute("[a-z_][a-z0-9_]{0,127}", "lower-case letters, digits and _, not beginning with a digit");

/// <summary>A name that unify.yml accepts (spec, cdp_phases §2.2).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnificationNameAttribute() : TextRuleAttribute("[a-z_][a-z0-9_]{0,99}", "lower-case letters, digits and _, not beginning with a digit, for example customer_360");

/// <summary>A field of the source's own API: case and dots are the source's.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiFieldAttribute() : TextRuleAttribute("[A-Za-z_][A-Za-z0-9_.]{0,127}", "letters, digits, _ and dots");

/// <summary>A point in time as the seed writes it; always UTC.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentAttribute() : TextRuleAttribute(
    @"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?", "yyyy-MM-ddTHH:mm:ss.ffffff, for example 2024-01-01T00:00:00.000000")
{
    /// <remarks>The 31st of February has the form, too.</remarks>
    public override bool Accepts(string text) => base.Accepts(text)
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>When a workflow runs by itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CronAttribute()
    : TextRuleAttribute(@"[0-9*/,\-A-Za-z|]+( [0-9*/,\-A-Za-z|]+){4}", "five fields of cron, for example 0 2 * * *");
