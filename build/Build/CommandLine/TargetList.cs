using System.Reflection;
using Cake.Frosting;

namespace Cdp.Build.CommandLine;

/// <summary>The targets as Cake will find them: the exported tasks of this assembly.</summary>
internal static class TargetList
{
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        .. typeof(TargetList).Assembly.GetExportedTypes()
            .Where(type => typeof(IFrostingTask).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (
                type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name,
                type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? string.Empty)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(target => target.Name)];
}
