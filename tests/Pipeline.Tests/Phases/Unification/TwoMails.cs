using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Tests.Phases.Unification;

internal static class TwoMails
{
    /// <summary>A table with two columns for one key, as <c>email</c> and <c>billing_email</c>.</summary>
    public static PipelineConfig Config(UpdateStrategy strategy = UpdateStrategy.Incremental)
    {
        var config = Project.SampleConfig();
        return config with
        {
            Unification = config.Unification with
            {
                Keys = [new() { Name = "email" }],
                Master = [],
                UpdateStrategy = strategy,
                Tables =
                [
                    new()
                    {
                        Name = "crm_profiles",
                        KeyColumns = [new() { Column = "email_std", Key = "email" }, new() { Column = "email", Key = "email" }],
                    },
                ],
            },
        };
    }
}
