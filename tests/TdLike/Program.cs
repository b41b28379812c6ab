using System.Text;
using Cdp.TdLike;

// A program that stands where td stands: started by the td transport, over the emulator, in the tests.
var confPath = Environment.GetEnvironmentVariable("TREASURE_DATA_CONFIG_PATH");
var control = Environment.GetEnvironmentVariable("TD_LIKE_CONTROL") is { Length: > 0 } path ? new Control(path) : null;
using var output = Console.OpenStandardOutput();
using var error = Console.OpenStandardError();
var call = new Call(
    args,
    File.Exists(confPath) ? File.ReadAllText(confPath) : null,
    Environment.CurrentDirectory,
    () => new StreamReader(Console.OpenStandardInput()).ReadToEnd());
control?.Log(new
{
    Arguments = args,
    Folder = call.Folder,
    Pid = Environment.ProcessId,
    ConfPath = confPath,
    ConfMode = File.Exists(confPath) && !OperatingSystem.IsWindows() ? Convert.ToString((int)File.GetUnixFileMode(confPath), 8) : null,
    FolderMode = OperatingSystem.IsWindows() ? null : Convert.ToString((int)File.GetUnixFileMode(call.Folder), 8),
    InputIsEmpty = args.Contains("@-") ? (bool?)null : Console.OpenStandardInput().ReadByte() < 0,
    Environment = Environment.GetEnvironmentVariables().Keys.OfType<string>().Order(StringComparer.Ordinal),
    Zone = Environment.GetEnvironmentVariable("TZ"),
});

var rule = control?.Next(args);
if ((rule is null ? null : Misbehaviour.Before(rule)) is not { } answer)
{
    using var http = new HttpClient();
    answer = await Td.RunAsync(call, http);
    if (rule is not null)
    {
        return Misbehaviour.After(rule, answer, output, error);
    }
}

output.Write(Encoding.UTF8.GetBytes(answer.Out));
error.Write(Encoding.UTF8.GetBytes(answer.Error));
return answer.ExitCode;
