using System.Collections.Immutable;
using System.Reflection;

namespace Cdp.Pipeline.Configuration.Binding;

/// <summary>The two collections a configuration record may hold. Maps are sorted: what is generated must not depend on hashes.</summary>
internal static class ConfigCollections
{
    public static bool IsList(Type type) => Is(type, typeof(ImmutableArray<>));

    public static bool IsMap(Type type) => Is(type, typeof(ImmutableSortedDictionary<,>));

    public static object ListOf(Type element, object[] items) => Call(nameof(MakeList), element, [items]);

    public static object MapOf(Type element, Dictionary<string, object> items) => Call(nameof(MakeMap), element, [items]);

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static object Call(string method, Type element, object[] arguments) => typeof(ConfigCollections)
        .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(element)
        .Invoke(null, arguments)!;

    private static ImmutableArray<T> MakeList<T>(object[] items) => [.. items.Cast<T>()];

    private static ImmutableSortedDictionary<string, T> MakeMap<T>(Dictionary<string, object> items) =>
        items.ToImmutableSortedDictionary(e => e.Key, e => (T)e.Value, StringComparer.Ordinal);
}
