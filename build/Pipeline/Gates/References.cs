using Cdp.Yaml;

namespace Cdp.Pipeline.Gates;

/// <summary>Files and workflows that a workflow names.</summary>
internal static class References
{
    private static readonly string[] _queries = ["td>", "td_for_each>", "td_wait>"];

    public static IEnumerable<YamlScalar> Sql(WorkflowText workflow) =>
        _queries.SelectMany(workflow.Operands).Where(v => v.Text.EndsWith(".sql", StringComparison.Ordinal)
            || v.Text.Contains("${", StringComparison.Ordinal) && v.Text.Contains('/', StringComparison.Ordinal));

    /// <summary>digdag fills it in: it may name a file of each table, or none.</summary>
    public static bool IsTemplate(YamlScalar reference) => reference.Text.Contains("${", StringComparison.Ordinal);

    public static IEnumerable<YamlScalar> Workflows(WorkflowText workflow) =>
        workflow.Operands("require>").Concat(workflow.Operands("call>"));
}
