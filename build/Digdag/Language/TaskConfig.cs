using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>A task's keys, parted into what only the task sees and what its children see too (spec §2.3).</summary>
public sealed record TaskConfig(JsonObject Local, JsonObject Export)
{
    /// <exception cref="DigdagConfigException">When <c>_export</c> is not a map.</exception>
    public static TaskConfig Of(JsonObject config)
    {
        var local = config.Copy();
        var export = local.GetNestedOrEmpty("_export");
        local.Remove("_export");
        return new(local, export);
    }

    /// <summary>The body of <c>_check</c>; empty when there is none.</summary>
    public JsonObject Check => Merged.GetNestedOrEmpty("_check").Copy();

    /// <summary>The body of <c>_error</c>; empty when there is none.</summary>
    public JsonObject Error => Merged.GetNestedOrEmpty("_error").Copy();

    /// <summary>As the REST API shows it: local keys first, then <c>_export</c> when it is not empty.</summary>
    public JsonObject View
    {
        get
        {
            var view = Local.Copy();
            if (Export.Count > 0)
            {
                view["_export"] = Export.DeepClone();
            }

            return view;
        }
    }

    private JsonObject Merged => Export.Copy().Merge(Local);
}
