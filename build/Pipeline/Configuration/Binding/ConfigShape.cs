using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cdp.Pipeline.Configuration.Binding;

/// <summary>The keys of a record, read off its properties: what the binder, the schema and the manual agree on.</summary>
internal sealed class ConfigShape
{
    private static readonly NullabilityInfoContext _nullability = new();

    private ConfigShape(Type type)
    {
        Type = type;
        Keys = [.. type.GetProperties().Where(p => p.CanWrite).Select(p => new ConfigKey(p, MayBeNull(p)))];
        Shorthand = type.GetCustomAttribute<ShorthandAttribute>() is { } shorthand
            ? Keys.Single(k => k.Property.Name == shorthand.Property)
            : null;
    }

    public Type Type { get; }

    /// <summary>In the order they are declared.</summary>
    public ImmutableArray<ConfigKey> Keys { get; }

    /// <summary>The key that a plain text in place of the record means.</summary>
    public ConfigKey? Shorthand { get; }

    public static ConfigShape Of(Type type) => new(type);

    public static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$") is not null;

    /// <summary>The context caches without locking; tests bind in parallel.</summary>
    private static bool MayBeNull(PropertyInfo property)
    {
        lock (_nullability)
        {
            return Nullable.GetUnderlyingType(property.PropertyType) is not null
                || _nullability.Create(property).WriteState is NullabilityState.Nullable;
        }
    }
}

internal sealed record ConfigKey(PropertyInfo Property, bool MayBeNull)
{
    public string Name { get; } = SnakeCase.Of(Property.Name);

    public bool Required { get; } = Property.GetCustomAttribute<RequiredMemberAttribute>() is not null;

    public string Description { get; } = Property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? string.Empty;

    public ConfigRules Rules { get; } = new(
        Property.GetCustomAttributes<TextRuleAttribute>().FirstOrDefault(a => a is not KeyPatternAttribute),
        Property.GetCustomAttribute<KeyPatternAttribute>(),
        Property.GetCustomAttribute<BetweenAttribute>(),
        Property.GetCustomAttribute<OneOrManyAttribute>() is not null);

    /// <summary>Without the question mark of a nullable value.</summary>
    public Type Type { get; } = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
}

internal sealed record ConfigRules(TextRuleAttribute? Text, KeyPatternAttribute? Keys, BetweenAttribute? Between, bool OneOrMany)
{
    /// <summary>For what is inside a list or map: its own keys are free.</summary>
    public ConfigRules Inner => this with { Keys = null, OneOrMany = false };
}
