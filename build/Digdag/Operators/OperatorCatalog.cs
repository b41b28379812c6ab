using Cdp.Digdag.Operators.Td;

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
        ["require"] = new RequireOperator(),
        ["notify"] = new NotifyOperator(),
        ["wait"] = new WaitOperator(),
        ["http"] = new HttpOperator(),
        ["http_call"] = new HttpCallOperator(),
        ["sh"] = new ShellOperator(),
        ["py"] = new PythonOperator(),
        ["rb"] = new RubyOperator(),
        ["mail"] = new MailOperator(),
        ["param_get"] = new ParamServerOperator(),
        ["param_set"] = new ParamServerOperator(),
        ["td"] = new TdOperator(),
        ["td_run"] = new TdRunOperator(),
        ["td_ddl"] = new TdDdlOperator(),
        ["td_for_each"] = new TdForEachOperator(),
        ["td_wait"] = new TdWaitOperator(),
        ["td_wait_table"] = new TdWaitTableOperator(),
        ["td_load"] = new TdLoadOperator(),
        ["td_table_export"] = new TdTableExportOperator(),
        ["td_result_export"] = new TdResultExportOperator(),
        ["td_partial_delete"] = new TdPartialDeleteOperator(),
    };

    public IOperator? Find(string type) => _operators.GetValueOrDefault(type) ?? ElsewhereOperator.All.GetValueOrDefault(type);
}
