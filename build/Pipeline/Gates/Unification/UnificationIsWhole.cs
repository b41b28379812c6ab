using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class UnificationIsWhole : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-01", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "The 4 workflows, 4 settings and 7 queries that everyone knows by name are there.");

    private static readonly string[] _files =
    [
        "unif_runner.dig", "dynmic_prep_creation.dig", "id_unification.dig", "enrich_runner.dig",
        "config/unify.yml", "config/environment.yml", "config/src_prep_params.yml", "config/stage_enrich.yml",
        "queries/create_schema.sql", "queries/loop_on_tables.sql", "queries/unif_input_tbl.sql",
        "enrich/queries/generate_join_query.sql", "enrich/queries/execute_join_presto.sql",
        "enrich/queries/execute_join_hive.sql", "enrich/queries/enrich_tbl_creation.sql",
    ];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        _files.Where(f => scope.Project.Text(f) is null).Select(f => new FileProblem(f, 1, 1, "The file is missing."));
}
