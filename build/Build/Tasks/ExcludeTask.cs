using Cake.Frosting;
using Cdp.Build.Commands;

namespace Cdp.Build.Tasks;

[TaskName("Exclude")]
[TaskDescription("Add values to the exclusion list and say whom it touches: --key=email --value=A;B, --preview to look first.")]
public sealed class ExcludeTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) => await new IdentityCommand(context).ExcludeAsync();
}
