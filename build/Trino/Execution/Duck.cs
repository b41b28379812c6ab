using System.Globalization;
using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>Small words for one connection: quoting, running, reading.</summary>
internal static class Duck
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Name(string database, string table) => $"{Name(database)}.{Name(table)}";

    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static long Run(this DuckDBConnection connection, string sql, CancellationToken cancellation = default)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var stop = cancellation.Register(command.Cancel);
        cancellation.ThrowIfCancellationRequested();
        return command.ExecuteNonQuery();
    }

    public static List<T> Read<T>(this DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public static List<string> Strings(this DuckDBConnection connection, string sql) =>
        connection.Read(sql, r => r.GetString(0));

    public static long Number(this DuckDBConnection connection, string sql) =>
        connection.Read(sql, r => Convert.ToInt64(r.GetValue(0), CultureInfo.InvariantCulture))[0];

    /// <summary>All of the work or none of it.</summary>
    public static T InTransaction<T>(this DuckDBConnection connection, Func<T> work)
    {
        using var transaction = connection.BeginTransaction();
        var result = work();
        transaction.Commit();
        return result;
    }
}
