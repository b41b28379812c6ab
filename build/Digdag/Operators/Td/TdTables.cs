using System.Net;
using System.Text.RegularExpressions;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>Making and removing databases and tables so that doing it twice is no error.</summary>
internal sealed partial class TdTables(TdClient client, TaskLog log, CancellationToken cancellation)
{
    public const string BadName = "td client";

    public async Task CreateDatabaseAsync(string name)
    {
        log.Info($"Creating TD database {name}");
        Check("Database", name);
        await Ignoring(HttpStatusCode.Conflict, () => client.CreateDatabaseAsync(name, cancellation));
        if (!await client.HasDatabaseAsync(name, cancellation))
        {
            await Ignoring(HttpStatusCode.Conflict, () => client.CreateDatabaseAsync(name, cancellation));
        }
    }

    public Task DeleteDatabaseAsync(string name)
    {
        log.Info($"Deleting TD database {name}");
        Check("Database", name);
        return Ignoring(HttpStatusCode.NotFound, () => client.DeleteDatabaseAsync(name, cancellation));
    }

    public async Task CreateAsync(string database, string table)
    {
        Check("Database", database);
        Check("Table", table);
        await Ignoring(HttpStatusCode.Conflict, () => client.CreateTableAsync(database, table, cancellation));
        if (!await client.HasTableAsync(database, table, cancellation))
        {
            await Ignoring(HttpStatusCode.Conflict, () => client.CreateTableAsync(database, table, cancellation));
        }
    }

    public Task DeleteAsync(string database, string table)
    {
        log.Info($"Deleting TD table {database}.{table}");
        Check("Database", database);
        Check("Table", table);
        return Ignoring(HttpStatusCode.NotFound, () => client.DeleteTableAsync(database, table, cancellation));
    }

    public Task RenameAsync(string database, string from, string to)
    {
        log.Info($"Renaming TD table {database}.{from} -> {to}");
        Check("Table", to);
        return Ignoring(HttpStatusCode.NotFound, () => client.RenameTableAsync(database, from, to, cancellation));
    }

    private async Task Ignoring(HttpStatusCode status, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (TdApiException ex) when (ex.Status == status)
        {
            // Wanted there and is there, or wanted gone and is gone; digdag's client mentions the former.
            if (status is HttpStatusCode.Conflict)
            {
                log.Warn(ex.ToFailure().Message);
            }
        }
    }

    /// <summary>TD's client refuses names before it asks TD.</summary>
    private static void Check(string what, string name)
    {
        if (name.Length is < 3 or > 256)
        {
            throw new TaskFailure(
                $"[INVALID_INPUT] {what} name must be 3 to 256 characters but got {name.Length} characters: {name}", BadName);
        }

        if (!Allowed().IsMatch(name))
        {
            throw new TaskFailure(
                $"[INVALID_INPUT] {what} name must follow this pattern ^([a-z0-9_]+)$: {name}", BadName);
        }
    }

    [GeneratedRegex("^[a-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
