using Cake.Frosting;
using Cdp.Build.Commands;

namespace Cdp.Build.Tasks;

[TaskName("WhatIf")]
[TaskDescription("How the persons would change without a key (--drop-key=phone) or by another file's rules (--rules=FILE).")]
public sealed class WhatIfTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) => await new IdentityCommand(context).WhatIfAsync();
}
