using Cake.Frosting;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

[TaskName("HistUnion-Generate")]
[TaskDescription("Write the hist-union project from the configuration.")]
[IsDependentOn(typeof(Ingestion))]
public sealed class HistUnionGenerate() : CellTask(Phase.HistUnion, Step.Generate);

[TaskName("HistUnion-Deploy")]
[TaskDescription("Push the hist-union project as a revision.")]
[IsDependentOn(typeof(HistUnionGenerate))]
public sealed class HistUnionDeploy() : CellTask(Phase.HistUnion, Step.Deploy);

[TaskName("HistUnion-Execute")]
[TaskDescription("Start the hist-union workflows.")]
[IsDependentOn(typeof(HistUnionDeploy))]
public sealed class HistUnionExecute() : CellTask(Phase.HistUnion, Step.Execute);

[TaskName("HistUnion-Monitor")]
[TaskDescription("Wait until the hist-union workflows have succeeded.")]
[IsDependentOn(typeof(HistUnionExecute))]
public sealed class HistUnionMonitor() : CellTask(Phase.HistUnion, Step.Monitor);

[TaskName("HistUnion-Validate")]
[TaskDescription("Check the tables that hist-union made.")]
[IsDependentOn(typeof(HistUnionMonitor))]
public sealed class HistUnionValidate() : CellTask(Phase.HistUnion, Step.Validate);

[TaskDescription("Phase 2: join history with increments.")]
[IsDependentOn(typeof(HistUnionValidate))]
public sealed class HistUnion() : PhaseTask(Phase.HistUnion);
