using Cake.Frosting;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

[TaskName("Unification-Generate")]
[TaskDescription("Write the unification project from the configuration.")]
[IsDependentOn(typeof(Staging))]
public sealed class UnificationGenerate() : CellTask(Phase.Unification, Step.Generate);

[TaskName("Unification-Deploy")]
[TaskDescription("Push the unification project as a revision.")]
[IsDependentOn(typeof(UnificationGenerate))]
public sealed class UnificationDeploy() : CellTask(Phase.Unification, Step.Deploy);

[TaskName("Unification-Execute")]
[TaskDescription("Start the unification workflows.")]
[IsDependentOn(typeof(UnificationDeploy))]
public sealed class UnificationExecute() : CellTask(Phase.Unification, Step.Execute);

[TaskName("Unification-Monitor")]
[TaskDescription("Wait until the unification workflows have succeeded.")]
[IsDependentOn(typeof(UnificationExecute))]
public sealed class UnificationMonitor() : CellTask(Phase.Unification, Step.Monitor);

[TaskName("Unification-Validate")]
[TaskDescription("Check the tables that unification made.")]
[IsDependentOn(typeof(UnificationMonitor))]
public sealed class UnificationValidate() : CellTask(Phase.Unification, Step.Validate);

[TaskDescription("Phase 4: resolve who is who; with all phases before it.")]
[IsDependentOn(typeof(UnificationValidate))]
public sealed class Unification() : PhaseTask(Phase.Unification);
