namespace Cdp.Digdag.Templates;

internal static class EmbeddedText
{
    /// <summary>A file of this folder that is built into the assembly.</summary>
    public static string Read(string file)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
