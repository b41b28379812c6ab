using Cake.Frosting;

namespace Cdp.Build.Tasks;

[TaskName("Pipeline")]
[TaskDescription("All four phases, then the report.")]
[IsDependentOn(typeof(Unification))]
[IsDependentOn(typeof(ReportTask))]
public sealed class PipelineTask : FrostingTask<BuildContext>;
