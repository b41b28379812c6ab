using System.Security.Cryptography;
using System.Text;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Tests.Phases.Staging.Rules;

/// <summary>E-mail addresses as a reader of the rules would check them by hand, letter by letter.</summary>
public sealed class EmailRuleTests
{
    private static readonly string[] _pieces =
        ["anna", "B.Smith", "x_y", "50%", "a+b", "-", "é", "@", ".", "..", " ", "example", "Mail", "co", "c", "COM", "1a", "\t", "'"];

    [Fact]
    public async Task Addresses_are_judged_as_by_hand()
    {
        var texts = Texts(new Random(11), 2000);

        var rows = await RuleTable.CleanAllAsync("email varchar", texts, ["email", "email_std", "email_valid", "email_hash"]);

        Assert.Equal(texts.Select(Cleaned), rows.Select(r => r[0]));
        Assert.Equal(texts.Select(Standard), rows.Select(r => r[1]));
        Assert.Equal(texts.Select(t => Standard(t) is not null ? "TRUE" : Cleaned(t) is null ? null : "FALSE"), rows.Select(r => r[2]));
        Assert.Equal(texts.Select(t => Standard(t) is { } s ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s))) : null), rows.Select(r => r[3]));
        Assert.InRange(rows.Count(r => r[1] is not null), 150, 1850);
    }

    [Fact]
    public async Task Addresses_that_are_nobodys_are_not_standard() => Assert.Equal(
        [null, "a@b.co"],
        await RuleTable.CleanAsync("email varchar", ["NoReply@shop.com", "a@b.co"], "email_std", "{ invalid_emails: [noreply@shop.com] }"));

    internal static List<string?> Texts(Random random, int count)
    {
        string Piece() => _pieces[random.Next(_pieces.Length)];
        string? Text(int kind) => kind switch
        {
            0 => null,
            1 => new[] { "", " ", "NULL", "n/a", "None", "-", "nan " }[random.Next(7)],
            < 6 => $"{Piece()}{Piece()}@{Piece()}.{Piece()}",
            < 8 => $" {Piece()}@example.{Piece()}\n",
            _ => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Piece())),
        };
        return [.. Enumerable.Range(0, count).Select(_ => Text(random.Next(10)))];
    }

    private static string? Cleaned(string? text) =>
        text?.Trim() is not { Length: > 0 } trimmed || IsNothing(trimmed) ? null : trimmed.ToLowerInvariant();

    internal static bool IsNothing(string text) =>
        text.ToUpperInvariant() is "" or "NULL" or "NONE" or "N/A" or "NA" or "NAN" or "NIL" or "UNDEFINED" or "-";

    private static string? Standard(string? text)
    {
        if (Cleaned(text) is not { } address || address.Split('@') is not [var local, var domain])
        {
            return null;
        }

        var dot = domain.LastIndexOf('.');
        return dot > 0 && local.Length > 0
            && local.All(c => char.IsAsciiLetterOrDigit(c) || "._%+-".Contains(c, StringComparison.Ordinal))
            && domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            && domain.Length - dot > 2 && domain[(dot + 1)..].All(char.IsAsciiLetter)
            ? address
            : null;
    }
}
