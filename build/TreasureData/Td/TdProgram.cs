using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using Cdp.Pipeline.Ports;
using CliWrap;

namespace Cdp.TreasureData.Td;

/// <summary>Runs td with the care of spec/td_cli.md §8: a private td.conf, a clean environment, nothing secret among the
/// arguments, a closed input, both streams kept, and the whole process tree killed at our limit or at Ctrl-C.</summary>
/// <param name="path">The program's file.</param>
/// <param name="temp">Where private folders are made.</param>
internal sealed class TdProgram(string path, TdAccount account, TimeProvider clock, string temp) : ITdProgram
{
    private int _swept;

    public async Task<TdOutput> RunAsync(TdCommand command, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _swept, 1) == 0)
        {
            PrivateFolder.Sweep(temp);
            TdLeftovers.Sweep(account.ApiKey, clock.GetUtcNow() - TdLeftovers.Age);
        }

        using var folder = PrivateFolder.Create(temp);
        folder.WriteConf(account.ApiKey, account.Hosts.Api);
        foreach (var (name, text) in command.Files)
        {
            folder.Write(name, text);
        }

        return await RunInAsync(folder, command, cancellation);
    }

    private async Task<TdOutput> RunInAsync(PrivateFolder folder, TdCommand command, CancellationToken cancellation)
    {
        using var output = new Capture();
        using var error = new Capture();
        var started = clock.GetUtcNow();
        var exitCode = await ExitCodeAsync(Wrapped(folder, command, output, error), command, cancellation);
        if (exitCode is null)
        {
            TdLeftovers.Sweep(account.ApiKey, before: null, after: started);
        }

        return new(exitCode, output.Text(), error.Text())
        {
            Overflowed = output.Overflowed || error.Overflowed,
            Left = command.Leaves is { } name ? Left(folder.In(name)) : ImmutableSortedDictionary<string, string>.Empty,
        };
    }

    private Command Wrapped(PrivateFolder folder, TdCommand command, Stream output, Stream error) => Cli.Wrap(path)
        .WithArguments(command.Arguments)
        .WithWorkingDirectory(folder.Path)
        .WithEnvironmentVariables(TdEnvironment.Of(Environment.GetEnvironmentVariables(), folder.In("td.conf")))
        .WithStandardInputPipe(command.Input is { } input ? PipeSource.FromString(input, new UTF8Encoding(false)) : PipeSource.Null)
        .WithStandardOutputPipe(PipeTarget.ToStream(output))
        .WithStandardErrorPipe(PipeTarget.ToStream(error))
        .WithValidation(CommandResultValidation.None);

    /// <returns>Null when our limit was reached; CliWrap has killed the tree then.</returns>
    private async Task<int?> ExitCodeAsync(Command wrapped, TdCommand command, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(command.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return (await wrapped.ExecuteAsync(either.Token)).ExitCode;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Win32Exception ex)
        {
            throw Faults.Of(Fault.NotConfigured, command.Doing, $"{path} does not run ({ex.Message})", ex);
        }
    }

    private static ImmutableSortedDictionary<string, string> Left(string path) =>
        File.Exists(path)
            ? ImmutableSortedDictionary<string, string>.Empty.Add(string.Empty, File.ReadAllText(path))
            : Directory.Exists(path)
                ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).ToImmutableSortedDictionary(
                    file => Path.GetRelativePath(path, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Keeps what is written, up to a limit; the rest is read and dropped, so that td can end.</summary>
    private sealed class Capture : MemoryStream
    {
        private const int Most = 128 << 20;

        public bool Overflowed { get; private set; }

        public string Text() => Encoding.UTF8.GetString(GetBuffer(), 0, (int)Length).Replace("\r", string.Empty, StringComparison.Ordinal);

        public override void Write(byte[] buffer, int offset, int count)
        {
            Overflowed |= Length + count > Most;
            if (!Overflowed)
            {
                base.Write(buffer, offset, count);
            }
        }

        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer, offset, count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
