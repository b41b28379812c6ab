using System.Globalization;
using static Cdp.Pipeline.Tests.Sample.SampleRules;

namespace Cdp.Pipeline.Tests.Sample;

/// <summary>Makes the files of <c>config/data</c> from the originals, by the rules of its README.</summary>
internal sealed class SampleData(Func<string, string> original)
{
    private const int ProductCount = 200;

    private readonly List<Dictionary<string, string>> _people = CsvText.Read(original("fake_1000.csv"));
    private readonly List<Dictionary<string, string>> _customers = CsvText.Read(original("chinook/customer.csv"));
    private readonly List<Dictionary<string, string>> _invoices = CsvText.Read(original("chinook/invoice.csv"));
    private readonly List<Dictionary<string, string>> _lines = CsvText.Read(original("chinook/invoiceline.csv"));
    private readonly List<Dictionary<string, string>> _tracks = CsvText.Read(original("chinook/track.csv"));

    public IEnumerable<(string File, string Text)> Files() =>
    [
        ("shop/customers.csv", CsvText.Write([ShopHeader, .. _people.Where(IsShop).Select(ShopPerson), .. _customers.Select(ShopCustomer)])),
        ("shop/orders.csv", CsvText.Write([OrderHeader, .. _invoices.Select(Order)])),
        ("shop/products.csv", CsvText.Write([ProductHeader, .. _tracks.Take(ProductCount).Select(Product)])),
        ("crm/profiles.csv", CsvText.Write([ProfileHeader, .. _people.Where(x => !IsShop(x)).Select(CrmPerson), .. CrmCustomers()])),
        ("crm/events.csv", CsvText.Write([EventHeader, .. _invoices.Where(x => Number(x["InvoiceId"]) % 3 == 0).Select(Event)])),
    ];

    private static string[] ShopHeader =>
        ["id", "email", "first_name", "last_name", "phone", "date_of_birth", "city", "country",
         "accepts_marketing", "total_spent", "created_at", "updated_at", "cluster"];

    private static string[] OrderHeader =>
        ["id", "customer_id", "email", "order_date", "billing_city", "billing_country", "total_price", "created_at", "updated_at"];

    private static string[] ProductHeader => ["id", "title", "composer", "price", "duration_ms"];

    private static string[] ProfileHeader =>
        ["id", "email", "phone_number", "first_name", "last_name", "city", "birthday", "subscribed", "properties",
         "created", "updated", "cluster"];

    private static string[] EventHeader => ["id", "email", "metric", "value", "event_properties", "datetime"];

    private static bool IsShop(Dictionary<string, string> person) => Number(person["unique_id"]) % 2 == 0;

    private static string[] ShopPerson(Dictionary<string, string> person)
    {
        var n = Number(person["unique_id"]);
        var (created, updated) = PersonTimes(n);
        return
        [
            $"F{n}", person["email"], person["first_name"], person["surname"], "", person["dob"], person["city"], "",
            n % 3 == 0 ? "true" : "false", "", Iso(created), Iso(updated), $"f{person["cluster"]}",
        ];
    }

    private string[] ShopCustomer(Dictionary<string, string> customer)
    {
        var n = Number(customer["CustomerId"]);
        var (created, updated) = CustomerTimes(n);
        var spent = _invoices.Where(x => x["CustomerId"] == customer["CustomerId"])
            .Sum(x => decimal.Parse(x["Total"], CultureInfo.InvariantCulture));
        return
        [
            $"C{n}", customer["Email"], customer["FirstName"], customer["LastName"], customer["Phone"], "",
            customer["City"], customer["Country"], n % 3 == 0 ? "true" : "false",
            spent.ToString("0.00", CultureInfo.InvariantCulture), Iso(created), Iso(updated), $"c{n}",
        ];
    }

    private string[] Order(Dictionary<string, string> invoice)
    {
        var n = Number(invoice["InvoiceId"]);
        var email = EmailOf(invoice);
        var date = invoice["InvoiceDate"];
        var iso = date.Replace(' ', 'T') + "Z";
        return
        [
            $"{n}", $"C{invoice["CustomerId"]}", n % 10 == 0 ? "" : n % 2 == 0 ? email : email.ToUpperInvariant(), date,
            invoice["BillingCity"], invoice["BillingCountry"], invoice["Total"], iso, iso,
        ];
    }

    private static string[] Product(Dictionary<string, string> track) =>
        [track["TrackId"], track["Name"], track["Composer"], track["UnitPrice"], track["Milliseconds"]];

    private static string[] CrmPerson(Dictionary<string, string> person)
    {
        var n = Number(person["unique_id"]);
        var (created, updated) = PersonTimes(n);
        return
        [
            $"F{n}", CrmEmail(n, person["email"]), "", person["first_name"], person["surname"], person["city"],
            DayFirst(person["dob"]), (n % 4) switch { 1 => "yes", _ => "no" }, Properties(n, "fake_1000"),
            Iso(created), Iso(updated), $"f{person["cluster"]}",
        ];
    }

    private IEnumerable<string[]> CrmCustomers() =>
        from customer in _customers
        let n = Number(customer["CustomerId"])
        where n % 2 == 1
        let times = CustomerTimes(n)
        select (string[])
        [
            $"C{n}", n % 4 == 3 ? "" : CrmEmail(n, customer["Email"]), customer["Phone"].Replace(" ", "", StringComparison.Ordinal),
            customer["FirstName"], customer["LastName"], customer["City"], "", n % 4 == 1 ? "yes" : "", Properties(n, "chinook"),
            Iso(times.Created), Iso(times.Updated), $"c{n}",
        ];

    private string[] Event(Dictionary<string, string> invoice)
    {
        var items = _lines.Where(x => x["InvoiceId"] == invoice["InvoiceId"]).Select(x => $"\"{x["TrackId"]}\"");
        var json = $$$"""{"$value":{{{invoice["Total"]}}},"items":[{{{string.Join(',', items)}}}],"billing":{"country":"{{{invoice["BillingCountry"]}}}"}}""";
        return
        [
            $"E{invoice["InvoiceId"]}", EmailOf(invoice), "Placed Order", invoice["Total"], json,
            invoice["InvoiceDate"].Replace(' ', 'T') + "Z",
        ];
    }

    private string EmailOf(Dictionary<string, string> invoice) =>
        _customers.Single(x => x["CustomerId"] == invoice["CustomerId"])["Email"];
}
