namespace Cdp.Pipeline.Ports;

/// <summary>The failure cases of spec/td_cli.md §8 (their numbers stand beside them), and what else a platform's
/// answer can be. Both transports say the same one for the same cause.</summary>
public enum Fault
{
    /// <summary>1: no key, a td.conf that cannot be read, or an endpoint that has no workflow host.</summary>
    NotConfigured,

    /// <summary>2: td's workflow module was never downloaded.</summary>
    ModuleMissing,

    /// <summary>3: td finds no Java.</summary>
    JavaMissing,

    /// <summary>4: the program was killed, or ended well without saying what it did. It may have acted.</summary>
    Crashed,

    /// <summary>5 and 6: the key is not accepted.</summary>
    Unauthorized,

    /// <summary>7: the key is good, but may not do this.</summary>
    Forbidden,

    /// <summary>8: the host is not known, or is not Treasure Data.</summary>
    WrongHost,

    /// <summary>9: td ran without its td.conf.</summary>
    NoTdConf,

    /// <summary>10: refused, reset, unreachable, TLS.</summary>
    NetworkDown,

    /// <summary>11: HTTP 5xx. It may have acted.</summary>
    ServerError,

    /// <summary>12: HTTP 429.</summary>
    Throttled,

    /// <summary>13: no answer within our own limit. It may have acted.</summary>
    NoAnswer,

    /// <summary>14: a workflow file does not load.</summary>
    YamlError,

    /// <summary>15: an included file is not there.</summary>
    MissingInclude,

    /// <summary>16: the server, or <c>td wf check</c>, cannot compile a workflow.</summary>
    CompileError,

    /// <summary>17: an operator without its colon, alone in its task.</summary>
    MissingColon,

    /// <summary>18: a folder without any workflow was pushed.</summary>
    NothingDeployed,

    /// <summary>19: the archive, or a file in it, is larger than the platform takes.</summary>
    ArchiveTooBig,

    /// <summary>20: the project has, or had, a revision of that name.</summary>
    RevisionExists,

    /// <summary>21: no such project, or the key does not see it.</summary>
    ProjectMissing,

    /// <summary>21: the latest revision has no such workflow.</summary>
    WorkflowMissing,

    /// <summary>22: the workflow has a session of that time; its ids are in the details.</summary>
    SessionExists,

    /// <summary>23: too many attempts are running.</summary>
    AttemptLimit,

    /// <summary>24: the workflow ended as error or killed.</summary>
    RunFailed,

    /// <summary>25: the query's job ended as error or killed.</summary>
    QueryFailed,

    /// <summary>The database is not there, or the key does not see it.</summary>
    DatabaseMissing,

    /// <summary>There is no attempt, session, job or task of that id.</summary>
    NotFound,

    /// <summary>td is too old for the server.</summary>
    ClientTooOld,

    /// <summary>Any other refusal: the same question gets the same answer.</summary>
    Refused,

    /// <summary>The answer is not one that we know. It may have acted.</summary>
    NotUnderstood,
}

/// <summary>What a fault asks for (spec/td_cli.md §8).</summary>
public enum FaultAction
{
    /// <summary>Put right what is wrong, then try again.</summary>
    Repair,

    /// <summary>A person, or the policy, decides: another key, a permission, a database.</summary>
    Ask,

    /// <summary>Wait, then try the very same again.</summary>
    BackOff,

    /// <summary>Nothing here can help.</summary>
    Stop,

    /// <summary>What was asked for exists: take it as ours after a look.</summary>
    Adopt,

    /// <summary>It may have acted: ask the very same again, in its repeatable form, to learn the outcome.</summary>
    AskAgain,
}

public static class FaultActions
{
    public static FaultAction Of(Fault fault) => fault switch
    {
        Fault.NoTdConf or Fault.YamlError or Fault.MissingInclude or Fault.CompileError or Fault.MissingColon
            or Fault.ProjectMissing or Fault.WorkflowMissing => FaultAction.Repair,
        Fault.Unauthorized or Fault.Forbidden or Fault.RunFailed or Fault.DatabaseMissing => FaultAction.Ask,
        Fault.NetworkDown or Fault.ServerError or Fault.Throttled or Fault.AttemptLimit => FaultAction.BackOff,
        Fault.RevisionExists or Fault.SessionExists => FaultAction.Adopt,
        Fault.Crashed or Fault.NoAnswer or Fault.NotUnderstood => FaultAction.AskAgain,
        _ => FaultAction.Stop,
    };
}
