using System.Security.Cryptography;
using System.Text;

namespace Cdp.Digdag.Engine;

/// <summary>Uuids that are the same each time for the same thing, so that a run can be repeated (version 8, by SHA-256).</summary>
public static class Uuids
{
    public static string From(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
