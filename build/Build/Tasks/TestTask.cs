using Cake.Frosting;
using Cdp.Build.Testing;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

[TaskName("Test")]
[TaskDescription("Run all tests of this project; --filter=TEXT runs some.")]
public sealed class TestTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (!new TestRun(context, context.Said).Run(context.Argument("filter")))
        {
            throw new PipelineException("Tests failed; they are named above.");
        }
    }
}
