using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Cdp.Trino.Runtime.Unicode;

/// <summary>
/// The four normal forms. .NET has them only with a culture library, which this program runs without, so the tables of
/// Unicode are carried along.
/// </summary>
internal sealed class Normalization
{
    private const int FirstSyllable = 0xAC00;
    private const int Syllables = 11172;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly Lazy<Normalization> Loaded = new(() => new Normalization());
    private readonly FrozenDictionary<int, int[]> _canonical;
    private readonly FrozenDictionary<int, int[]> _compatible;
    private readonly FrozenDictionary<(int, int), int> _composed;
    private readonly FrozenDictionary<int, int> _classes;

    private Normalization()
    {
        Dictionary<int, int[]> canonical = [];
        Dictionary<int, int[]> compatible = [];
        Dictionary<(int, int), int> composed = [];
        Dictionary<int, int> classes = [];
        using var lines = new StreamReader(typeof(Normalization).Assembly.GetManifestResourceStream("normalization.txt")!);
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            switch (parts[0])
            {
                case "C":
                    for (var one = Hex(parts[1]); one <= Hex(parts[2]); one++)
                    {
                        classes[one] = int.Parse(parts[3], CultureInfo.InvariantCulture);
                    }

                    break;
                case "K":
                    compatible[Hex(parts[1])] = [.. parts[2..].Select(Hex)];
                    break;
                case "D" or "X":
                    var target = parts[2..].Select(Hex).ToArray();
                    canonical[Hex(parts[1])] = target;
                    if (parts[0] == "D")
                    {
                        composed[(target[0], target[1])] = Hex(parts[1]);
                    }

                    break;
            }
        }

        _canonical = canonical.ToFrozenDictionary();
        _compatible = compatible.ToFrozenDictionary();
        _composed = composed.ToFrozenDictionary();
        _classes = classes.ToFrozenDictionary();
    }

    public static string Normalize(string text, string form) => Ascii.IsValid(text) ? text : form switch
    {
        "NFD" => Loaded.Value.Write(text, compatible: false, compose: false),
        "NFC" => Loaded.Value.Write(text, compatible: false, compose: true),
        "NFKD" => Loaded.Value.Write(text, compatible: true, compose: false),
        "NFKC" => Loaded.Value.Write(text, compatible: true, compose: true),
        _ => throw TrinoFailure.InvalidArgument($"Normalization form must be one of [NFD, NFC, NFKD, NFKC]: {form}"),
    };

    private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private string Write(string text, bool compatible, bool compose)
    {
        List<int> characters = [];
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, compatible, characters);
        }

        Order(characters);
        var output = new StringBuilder(text.Length);
        foreach (var character in compose ? Compose(characters) : characters)
        {
            output.Append(char.ConvertFromUtf32(character));
        }

        return output.ToString();
    }

    private void Decompose(int character, bool compatible, List<int> output)
    {
        if (character is >= FirstSyllable and < FirstSyllable + Syllables)
        {
            var index = character - FirstSyllable;
            output.Add(FirstLead + (index / (Vowels * Tails)));
            output.Add(FirstVowel + (index % (Vowels * Tails) / Tails));
            if (index % Tails > 0)
            {
                output.Add(FirstTail + (index % Tails));
            }
        }
        else if (_canonical.TryGetValue(character, out var parts) || (compatible && _compatible.TryGetValue(character, out parts)))
        {
            foreach (var part in parts)
            {
                Decompose(part, compatible, output);
            }
        }
        else
        {
            output.Add(character);
        }
    }

    /// <summary>Marks that follow one another are put in the order of their classes.</summary>
    private void Order(List<int> characters)
    {
        for (var index = 1; index < characters.Count; index++)
        {
            var order = Class(characters[index]);
            for (var at = index; order > 0 && at > 0 && Class(characters[at - 1]) > order; at--)
            {
                (characters[at - 1], characters[at]) = (characters[at], characters[at - 1]);
            }
        }
    }

    private List<int> Compose(List<int> characters)
    {
        List<int> output = [];
        var starter = -1;
        var last = -1;
        foreach (var character in characters)
        {
            var order = Class(character);
            if (starter >= 0 && (last < order || last == -1) && Pair(output[starter], character) is { } pair)
            {
                output[starter] = pair;
                continue;
            }

            (starter, last) = order == 0 ? (output.Count, -1) : (starter, order);
            output.Add(character);
        }

        return output;
    }

    private int? Pair(int first, int second) =>
        first is >= FirstLead and < FirstLead + Leads && second is >= FirstVowel and < FirstVowel + Vowels
            ? FirstSyllable + ((((first - FirstLead) * Vowels) + second - FirstVowel) * Tails)
        : first is >= FirstSyllable and < FirstSyllable + Syllables && (first - FirstSyllable) % Tails == 0 && second is > FirstTail and < FirstTail + Tails
            ? first + second - FirstTail
        : _composed.TryGetValue((first, second), out var composed) ? composed : null;

    private int Class(int character) => _classes.GetValueOrDefault(character);
}
