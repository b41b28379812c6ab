using System.IO.Compression;
using System.Text;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Orchestration;

internal sealed class ArchiveIsSmallEnough : IFileGate
{
    public GateInfo Info { get; } = new(
        "OR-04", null, GateKind.Offline, CheckSeverity.Failure,
        "The project's archive has at most 10 MB.");

    private const int Most = 10 * 1024 * 1024;

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        var whole = scope.Files.Values.Sum(t => (long)Encoding.UTF8.GetByteCount(t));
        var packed = whole > Most ? Packed(scope) : whole;
        return packed > Most
            ? [new(string.Empty, 0, 0, FormattableString.Invariant($"The archive has {packed / 1024 / 1024} MB; Treasure Data takes 10."))]
            : [];
    }

    private static long Packed(GateScope scope)
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var path in scope.Project.Paths)
            {
                zip.Write(Encoding.UTF8.GetBytes(scope.Project.Text(path)!));
            }
        }

        return memory.Length;
    }
}
