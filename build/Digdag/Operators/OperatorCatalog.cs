namespace Cdp.Digdag.Operators;

/// <summary>Every operator that a workflow may name, and why some that TD knows cannot run here.</summary>
internal sealed class OperatorCatalog
{
    private readonly Dictionary<string, IOperator> _operators = new(StringComparer.Ordinal)
    {
        ["echo"] = new EchoOperator(),
        ["fail"] = new FailOperator(),
        ["if"] = new IfOperator(),
        ["loop"] = new LoopOperator(),
        ["for_each"] = new ForEachOperator(),
        ["for_range"] = new ForRangeOperator(),
        ["call"] = new CallOperator(),
        ["notify"] = new NotifyOperator(),
        ["wait"] = new WaitOperator(),
        ["param_get"] = new ParamServerOperator(),
        ["param_set"] = new ParamServerOperator(),
    };

    public IOperator? Find(string type) => _operators.GetValueOrDefault(type);
}
