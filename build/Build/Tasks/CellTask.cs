using Cake.Frosting;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

/// <summary>A field of the matrix as a target: an address, not a place to work.</summary>
public abstract class CellTask(Phase phase, Step step) : AsyncFrostingTask<BuildContext>, IFrostingTask
{
    private readonly Cell _cell = new(phase, step);

    public string SkippedMessage => $"{_cell} is done already";

    /// <remarks>Cake refuses to skip the target itself, so that always runs.</remarks>
    public sealed override bool ShouldRun(BuildContext context) =>
        context.IsTarget(_cell.ToString()) || !context.Run.IsDone(_cell);

    public sealed override async Task RunAsync(BuildContext context) =>
        await context.Run.RunAsync(_cell, context.Cancellation);
}
