using System.Globalization;
using System.Runtime.CompilerServices;
using Cdp.Trino.Runtime.Unicode;

namespace Cdp.Trino.Tests.Runtime;

public sealed class NormalizationTests
{
    [Fact]
    public void Mixed_letters_marks_and_syllables_have_the_four_normal_forms()
    {
        foreach (var line in File.ReadLines(Path.Combine(Here(), "..", "Cases", "normalization.txt")))
        {
            var forms = line.Split(';').Select(Text).ToList();

            Assert.Equal(
                (forms[1], forms[2], forms[3], forms[4]),
                (Of("NFC"), Of("NFD"), Of("NFKC"), Of("NFKD")));

            string Of(string form) => Normalization.Normalize(forms[0], form);
        }
    }

    private static string Text(string codes) => string.Concat(codes.Split(' ').Select(code =>
        char.ConvertFromUtf32(int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
