using System.Collections.Immutable;
using Cdp.Emulator.Rehearsing;
using Spectre.Console;

namespace Cdp.Build.Views;

/// <summary>The tasks of an attempt under their groups, each with its state.</summary>
internal static class TaskTree
{
    /// <param name="tasks">In order of id: a parent comes before its children.</param>
    public static Tree Of(ImmutableArray<RehearsedTask> tasks)
    {
        var root = tasks.FirstOrDefault(t => t.Parent is null);
        var tree = new Tree(new Markup(root is null ? string.Empty : Line(root)));
        var nodes = new Dictionary<string, TreeNode>();
        foreach (var task in tasks.Where(t => t.Parent is not null))
        {
            var node = new TreeNode(new Markup(Line(task)));
            nodes[task.FullName] = node;
            if (nodes.TryGetValue(task.Parent!, out var parent))
            {
                parent.AddNode(node);
            }
            else
            {
                tree.AddNode(node);
            }
        }

        return tree;
    }

    public static string Mark(string state) => state switch
    {
        "success" => "✓",
        "error" or "group_error" or "killed" or "canceled" => "✗",
        _ => "…",
    };

    private static string Line(RehearsedTask task)
    {
        var colour = Mark(task.State) switch { "✓" => "green", "✗" => "red", _ when task.State is "running" => "yellow", _ => "grey" };
        var name = task.Parent is { } parent && task.FullName.StartsWith(parent, StringComparison.Ordinal)
            ? task.FullName[parent.Length..]
            : task.FullName;
        return $"[{colour}]{Mark(task.State)}[/] {Markup.Escape(name)} [grey]{task.State}[/]";
    }
}
