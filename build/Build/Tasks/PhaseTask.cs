using Cake.Frosting;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

/// <summary>The end of a phase: all its cells are done when this runs, so it says what came of them.</summary>
public abstract class PhaseTask(Phase phase) : AsyncFrostingTask<BuildContext>
{
    public sealed override async Task RunAsync(BuildContext context) =>
        await context.Run.CompleteAsync(phase, context.Cancellation);
}
