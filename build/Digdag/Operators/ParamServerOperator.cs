using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>TD has no parameter server, so neither has this.</summary>
internal sealed class ParamServerOperator : IOperator
{
    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation) =>
        throw TaskFailure.Config("param_server.type is required to use this operator.");
}
