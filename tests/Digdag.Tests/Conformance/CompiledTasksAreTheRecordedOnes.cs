using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Xunit.Abstractions;

namespace Cdp.Digdag.Tests.Conformance;

public sealed class CompiledTasksAreTheRecordedOnes(ITestOutputHelper output)
{
    [Fact]
    public void Names_parents_groups_upstreams_and_configuration() =>
        Tally.Of("compiled tasks", [.. DigdagCase.Read().Where(c => c.Tasks.Count > 0)], Difference, output);

    private static string? Difference(DigdagCase recorded)
    {
        using var folder = new TempFolder();
        recorded.CopyTo(folder.Path);
        var project = WorkflowLoader.Load(folder.Path);
        if (project.Errors.Length > 0 || project[recorded.Workflow] is not { } workflow)
        {
            return $"not loaded: {string.Join("; ", project.Errors)}";
        }

        var compiled = WorkflowCompiler.Compile(workflow);
        var expected = recorded.Tasks.Take(compiled.Length).Select(Shape).ToList();
        var actual = compiled.Select(t => Shape(t, compiled)).ToList();
        return expected.SequenceEqual(actual)
            ? null
            : $"\n  expected {string.Join("\n           ", expected)}\n  actual   {string.Join("\n           ", actual)}";
    }

    private static string Shape(JsonObject task) =>
        $"{task["fullName"]} < {task["parent"]} {task["isGroup"]} " +
        $"[{string.Join(",", task["upstreams"]!.AsArray().Select(u => u!.GetValue<string>()))}] {Numbers.Alike(task["config"])}";

    private static string Shape(CompiledTask task, ImmutableArray<CompiledTask> all) =>
        $"{task.FullName} < {(task.ParentIndex is { } p ? all[p].FullName : "")} {(task.IsGroup ? "true" : "false")} " +
        $"[{string.Join(",", task.Upstreams.Select(u => all[u].FullName))}] {Numbers.Alike(TaskConfig.Of(task.Config).View)}";
}
