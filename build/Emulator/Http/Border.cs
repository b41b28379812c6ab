using System.Security.Cryptography;
using System.Text;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Hosting;
using Cdp.Trino;
using Microsoft.AspNetCore.Http;

namespace Cdp.Emulator.Http;

/// <summary>What every request passes: the key, the idle watch, and the one place where failures become answers.</summary>
internal sealed class Border(string token, IdleWatch idle, EmulatorLog log)
{
    private readonly byte[] _token = Encoding.ASCII.GetBytes(token);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        idle.Enter();
        try
        {
            if (!IsAuthorised(context.Request))
            {
                await context.ErrorAsync(StatusCodes.Status401Unauthorized, "Failed to Login");
                return;
            }

            await next(context);
            await CompleteMethodNotAllowedAsync(context);
        }
        catch (ApiException ex) when (!context.Response.HasStarted)
        {
            await context.ErrorAsync(ex.Status, ex.Message, ex.Details);
        }
        catch (EngineException ex) when (!context.Response.HasStarted)
        {
            await context.ErrorAsync(StatusOf(ex.Fault), ex.Message);
        }
        catch (TrinoException ex) when (!context.Response.HasStarted)
        {
            await context.ErrorAsync(StatusCodes.Status400BadRequest, ex.Message);
        }
        catch (BadHttpRequestException ex) when (!context.Response.HasStarted)
        {
            await context.ErrorAsync(ex.StatusCode, ex.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            log.Write($"{context.Request.Method} {context.Request.Path}: the caller went away");
        }
        catch (Exception ex) when (!context.Response.HasStarted)
        {
            log.Write($"{context.Request.Method} {context.Request.Path} failed: {ex}");
            await context.ErrorAsync(500, $"The emulator failed: {ex.Message} Its log file says more.");
        }
        finally
        {
            idle.Exit();
        }
    }

    private static Task CompleteMethodNotAllowedAsync(HttpContext context)
    {
        if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false } response)
        {
            var methods = response.Headers.Allow.ToString();
            response.Headers.Allow = (methods.Contains("GET", StringComparison.Ordinal) ? "HEAD, " : "") + methods + ", OPTIONS";
        }

        return Task.CompletedTask;
    }

    private static int StatusOf(EngineFault fault) => fault switch
    {
        EngineFault.NotFound => StatusCodes.Status404NotFound,
        EngineFault.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    private bool IsAuthorised(HttpRequest request)
    {
        var parts = request.Headers.Authorization.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var scheme = parts.Length == 2 ? parts[0] : "";
        return (scheme.Equals("TD1", StringComparison.OrdinalIgnoreCase)
                || scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(parts[1]), _token);
    }
}
