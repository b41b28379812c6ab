using Cake.Frosting;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

[TaskName("Ingestion-Generate")]
[TaskDescription("Write the ingestion project from the configuration.")]
public sealed class IngestionGenerate() : CellTask(Phase.Ingestion, Step.Generate);

[TaskName("Ingestion-Deploy")]
[TaskDescription("Push the ingestion project as a revision.")]
[IsDependentOn(typeof(IngestionGenerate))]
public sealed class IngestionDeploy() : CellTask(Phase.Ingestion, Step.Deploy);

[TaskName("Ingestion-Execute")]
[TaskDescription("Start the ingestion workflows.")]
[IsDependentOn(typeof(IngestionDeploy))]
public sealed class IngestionExecute() : CellTask(Phase.Ingestion, Step.Execute);

[TaskName("Ingestion-Monitor")]
[TaskDescription("Wait until the ingestion workflows have succeeded.")]
[IsDependentOn(typeof(IngestionExecute))]
public sealed class IngestionMonitor() : CellTask(Phase.Ingestion, Step.Monitor);

[TaskName("Ingestion-Validate")]
[TaskDescription("Check the tables that ingestion made.")]
[IsDependentOn(typeof(IngestionMonitor))]
public sealed class IngestionValidate() : CellTask(Phase.Ingestion, Step.Validate);

[TaskDescription("Phase 1: pull raw data in, history and increments.")]
[IsDependentOn(typeof(IngestionValidate))]
public sealed class Ingestion() : PhaseTask(Phase.Ingestion);
