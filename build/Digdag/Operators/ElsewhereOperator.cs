using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>An operator of digdag that reaches for a service which is not here: it checks what it needs, then says so.</summary>
internal sealed class ElsewhereOperator(string name, Action<OperatorContext> check, string instead) : IOperator
{
    public bool HasEffects => true;

    public static IReadOnlyDictionary<string, IOperator> All { get; } = Everyone().ToDictionary(e => e.Name, e => e.Operator);

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        check(context);
        throw TaskFailure.Config($"{name}> cannot run on this machine. {instead}");
    }

    private static IEnumerable<(string Name, IOperator Operator)> Everyone()
    {
        foreach (var name in (string[])["bq", "bq_ddl", "bq_load", "bq_extract", "gcs_wait"])
        {
            yield return Make(name, GoogleKey, "Load the data with td_load> instead.");
        }

        foreach (var name in (string[])["s3_wait", "s3_copy", "s3_delete", "s3_move"])
        {
            yield return Make(name, AwsKey, "Give the file to td_load> as a stand-in of its source.");
        }

        foreach (var name in (string[])["redshift", "redshift_load", "redshift_unload", "pg"])
        {
            yield return Make(name, User, "Write the query with td> instead.");
        }

        yield return Make("emr", AwsKey, "Write the step with td> or py> instead.");
        yield return Make("embulk", Nothing, "Load the data with td_load> instead.");
    }

    private static (string Name, IOperator Operator) Make(string name, Action<OperatorContext> check, string instead) =>
        (name, new ElsewhereOperator(name, check, instead));

    private static void Nothing(OperatorContext context)
    {
    }

    private static void User(OperatorContext context) => _ = context.Params.Text("user");

    private static void AwsKey(OperatorContext context) =>
        _ = context.Secrets.Find("aws.access_key_id") ?? context.Secrets.Find("aws.s3.access_key_id")
            ?? throw new TaskFailure("Secret not found for key: 'access_key_id'", "secret not found");

    private static void GoogleKey(OperatorContext context) =>
        _ = context.Secrets.Find("gcp.credential") ?? throw new TaskFailure(
            "Could not get google cloud credential: need gcp.credential secret or Application Default Credentials", kind: null, trace: true);
}
