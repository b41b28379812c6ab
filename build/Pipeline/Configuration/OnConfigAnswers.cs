namespace Cdp.Pipeline.Configuration;

public enum ContinueOrStop
{
    Continue,
    Stop,
}

public enum OverwriteOrStop
{
    Overwrite,
    Stop,
}

public enum WriteOrShow
{
    Write,
    Show,
}

public enum RepairOrStop
{
    Repair,
    Stop,
}

public enum CreateOrStop
{
    Create,
    Stop,
}

public enum AdoptOrStop
{
    Adopt,
    Stop,
}

public enum MissingSecretAnswer
{
    Set,
    Continue,
    Stop,
}

public enum RetryOrStop
{
    Retry,
    Stop,
}

public enum SkipOrStop
{
    Skip,
    Stop,
}

public enum StartFailureAnswer
{
    Stop,
    Retry,
    Deploy,
}

public enum WorkflowErrorAnswer
{
    Stop,
    Retry,
    Skip,
}

public enum RestartOrStop
{
    Restart,
    Stop,
}

public enum TimeoutAnswer
{
    Stop,
    Wait,
    Kill,
}

public enum WaitOrStop
{
    Wait,
    Stop,
}

public enum CancelAnswer
{
    Detach,
    Kill,
}
