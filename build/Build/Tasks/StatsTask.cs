using Cake.Frosting;
using Cdp.Build.Commands;

namespace Cdp.Build.Tasks;

[TaskName("Stats")]
[TaskDescription("Persons, identifiers and coverage of the last runs of unification, and their drift.")]
public sealed class StatsTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) => await new IdentityCommand(context).StatsAsync();
}
