using Cake.Core;

namespace Cake.Frosting;

/// <summary>A unit of work of the build.</summary>
public interface IFrostingTask
{
    /// <summary>What Cake says when <see cref="ShouldRun"/> answers false.</summary>
    string SkippedMessage => string.Empty;

    Task RunAsync(ICakeContext context);

    bool ShouldRun(ICakeContext context);

    void OnError(Exception exception, ICakeContext context);

    void Finally(ICakeContext context);
}
