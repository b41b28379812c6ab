using Cake.Frosting;
using Cdp.Build.Commands;

namespace Cdp.Build.Tasks;

[TaskName("Explain")]
[TaskDescription("How a value joined its person: --id=VALUE, as text, --format=mermaid, dot or json.")]
public sealed class ExplainTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) => await new IdentityCommand(context).ExplainAsync();
}
