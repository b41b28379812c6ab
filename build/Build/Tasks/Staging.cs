using Cake.Frosting;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

[TaskName("Staging-Generate")]
[TaskDescription("Write the staging project from the configuration.")]
[IsDependentOn(typeof(HistUnion))]
public sealed class StagingGenerate() : CellTask(Phase.Staging, Step.Generate);

[TaskName("Staging-Deploy")]
[TaskDescription("Push the staging project as a revision.")]
[IsDependentOn(typeof(StagingGenerate))]
public sealed class StagingDeploy() : CellTask(Phase.Staging, Step.Deploy);

[TaskName("Staging-Execute")]
[TaskDescription("Start the staging workflows.")]
[IsDependentOn(typeof(StagingDeploy))]
public sealed class StagingExecute() : CellTask(Phase.Staging, Step.Execute);

[TaskName("Staging-Monitor")]
[TaskDescription("Wait until the staging workflows have succeeded.")]
[IsDependentOn(typeof(StagingExecute))]
public sealed class StagingMonitor() : CellTask(Phase.Staging, Step.Monitor);

[TaskName("Staging-Validate")]
[TaskDescription("Check the tables that staging made.")]
[IsDependentOn(typeof(StagingMonitor))]
public sealed class StagingValidate() : CellTask(Phase.Staging, Step.Validate);

[TaskDescription("Phase 3: clean and type the data.")]
[IsDependentOn(typeof(StagingValidate))]
public sealed class Staging() : PhaseTask(Phase.Staging);
