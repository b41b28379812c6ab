using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Unification;

/// <summary>What has been asked of <c>unifications/workflow_call</c>, for the tasks that ask for their parts later.</summary>
/// <remarks>Kept on disk: an attempt may be resumed after the process was idle and left. The same body has the same name.</remarks>
internal sealed class UnifyCalls(string folder)
{
    private readonly string _folder = Path.Combine(folder, "unifications");
    private readonly Lock _gate = new();

    /// <returns>The call's name in addresses: 32 hexadecimal digits.</returns>
    public string Keep(JsonObject body)
    {
        var text = body.ToJsonString();
        var call = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
        lock (_gate)
        {
            Directory.CreateDirectory(_folder);
            File.WriteAllText($"{PathOf(call)}.tmp", text);
            File.Move($"{PathOf(call)}.tmp", PathOf(call), overwrite: true);
        }

        return call;
    }

    public UnifyRules Find(string call) => call.All(char.IsAsciiHexDigit) && File.Exists(PathOf(call))
        ? new UnifyReader(JsonNode.Parse(File.ReadAllText(PathOf(call)))!.AsObject()).Read()
        : throw ApiException.NotFound($"There is no unification '{call}'. Ask for one by POST /unifications/workflow_call.");

    private string PathOf(string call) => Path.Combine(_folder, $"{call}.json");
}
