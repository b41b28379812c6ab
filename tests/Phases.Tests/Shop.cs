using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Tests;

namespace Cdp.Phases.Tests;

/// <summary>A small shop whose data grow: two objects with history and increments, one that is read whole.</summary>
internal static class Shop
{
    public static DateTimeOffset First { get; } = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static PipelineConfig Config() => new()
    {
        Client = "acme",
        Ingestion = new()
        {
            StartDate = "2023-06-01T00:00:00.000000",
            EndDate = "2025-01-01T00:00:00.000000",
            DateRange = DateRange.Year,
            Sources =
            [
                new()
                {
                    SourceName = "shop",
                    Connector = "shopify_v2",
                    Parameters = new() { ["td_authentication_id"] = "1" },
                    Objects = [new() { Name = "customers" }, new() { Name = "orders" }, new() { Name = "products", Load = LoadKind.Full }],
                },
            ],
        },
        Staging = new()
        {
            Tables =
            [
                new() { Name = "shop_customers", Dedupe = new() { Keys = ["id"], OrderBy = ["updated_at"] } },
                new()
                {
                    Name = "shop_orders",
                    Joins = [new() { Table = "shop_customers", On = ImmutableSortedDictionary<string, string>.Empty.Add("customer_id", "id"), Columns = ["email"] }],
                },
                new() { Name = "shop_products" },
            ],
        },
        Unification = new() { Name = "customer_360" },
        Local = new()
        {
            Sources = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, StandInConfig>>.Empty.Add(
                "shop",
                ImmutableSortedDictionary<string, StandInConfig>.Empty
                    .Add("customers", new() { Files = ["customers.csv"] })
                    .Add("orders", new() { Files = ["orders.csv"] })
                    .Add("products", new() { Files = ["products.csv"] })),
        },
    };

    /// <summary>The same with a help desk beside it, whose connector knows no end of a window.</summary>
    public static PipelineConfig WithSecond()
    {
        var config = Config();
        return config with
        {
            Ingestion = config.Ingestion with
            {
                Sources =
                [
                    .. config.Ingestion.Sources,
                    new()
                    {
                        SourceName = "desk",
                        Connector = "hubspot",
                        Objects = [new() { Name = "tickets", IncField = "updated_at", OverlapSeconds = 0, Parameters = new() { ["target"] = "deals" } }],
                    },
                ],
            },
            Local = new()
            {
                Sources = config.Local.Sources.Add(
                    "desk", ImmutableSortedDictionary<string, StandInConfig>.Empty.Add("tickets", new() { Files = ["tickets.csv"] })),
            },
        };
    }

    public static void OpenSecond(TempFolder folder) =>
        folder.Write("tickets.csv", "id,updated_at\n7,2024-03-01T00:00:00Z\n8,2025-02-02T00:00:00Z\n9,2025-03-08T12:00:00Z\n");

    /// <summary>What the source holds before the first run; some orders lie on the very boundaries of ranges.</summary>
    public static void Open(TempFolder folder)
    {
        folder.Write(
            "customers.csv",
            """
            id,email,created_at,updated_at
            1,ann@x.com,2024-01-05T10:00:00Z,2025-02-01T00:00:00Z
            2,bob@x.com,2024-05-05T10:00:00Z,2024-05-06T00:00:00Z
            3,cat@x.com,2024-11-30T10:00:00Z,2025-01-01T00:00:00Z
            4,dan@x.com,2025-02-03T10:00:00Z,2025-02-03T10:00:00Z

            """);
        folder.Write(
            "orders.csv",
            """
            id,customer_id,total,created_at,updated_at
            10,1,5,2023-12-31T23:59:59Z,2024-01-01T00:00:00Z
            11,1,7,2024-01-01T00:00:00Z,2024-01-02T00:00:00Z
            12,2,9,2025-01-20T00:00:00Z,2025-01-20T00:00:00Z
            14,2,3,2024-12-31T23:59:59Z,2024-12-31T23:59:59Z
            15,2,4,2025-01-01T00:00:00Z,2025-01-01T00:00:00Z

            """);
        folder.Write("products.csv", "id,title\n100,tea\n101,cup\n");
    }

    /// <summary>Later: new and changed records, a new column, a product less.</summary>
    public static void Grow(TempFolder folder)
    {
        folder.Write(
            "customers.csv",
            """
            id,email,created_at,updated_at,city
            1,ann@x.com,2024-01-05T10:00:00Z,2025-02-01T00:00:00Z,
            2,bob@y.com,2024-05-05T10:00:00Z,2025-03-02T00:00:00Z,Oslo
            3,cat@x.com,2024-11-30T10:00:00Z,2025-01-01T00:00:00Z,
            4,dan@x.com,2025-02-03T10:00:00Z,2025-02-03T10:00:00Z,
            5,eve@x.com,2025-03-03T10:00:00Z,2025-03-03T10:00:00Z,Rome

            """);
        folder.Write(
            "orders.csv",
            """
            id,customer_id,total,created_at,updated_at
            10,1,5,2023-12-31T23:59:59Z,2024-01-01T00:00:00Z
            11,1,7,2024-01-01T00:00:00Z,2024-01-02T00:00:00Z
            14,2,3,2024-12-31T23:59:59Z,2024-12-31T23:59:59Z
            15,2,4,2025-01-01T00:00:00Z,2025-01-01T00:00:00Z
            12,2,9.5,2025-01-20T00:00:00Z,2025-03-04T00:00:00Z
            13,5,2.5,2025-03-05T00:00:00Z,2025-03-05T00:00:00Z

            """);
        folder.Write("products.csv", "id,title\n101,cup\n");
    }
}
