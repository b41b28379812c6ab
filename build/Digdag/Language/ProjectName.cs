namespace Cdp.Digdag.Language;

/// <summary>What a project may be called (spec §1.3).</summary>
public static class ProjectName
{
    /// <exception cref="DigdagConfigException">In digdag's words.</exception>
    public static void Check(string name)
    {
        var rules = new NameRules();
        rules.CheckProjectName("name", name);
        rules.Demand("project", DigdagConfigException.ModelValidation);
    }
}
