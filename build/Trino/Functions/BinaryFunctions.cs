namespace Cdp.Trino.Functions;

/// <summary>Bytes, digests and their texts.</summary>
internal static class BinaryFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Same("to_utf8(varchar(x)) -> varbinary", "encode({0})");
        table.Net("from_utf8(varbinary) -> varchar", "from_utf8");
        table.Net("from_utf8(varbinary, varchar(x)) -> varchar", "from_utf8_with");
        table.Net("from_utf8(varbinary, bigint) -> varchar", "from_utf8_with_code_point");
        table.Same("to_hex(varbinary) -> varchar", "hex({0})");
        table.Same("to_base64(varbinary) -> varchar", "base64({0})");
        table.Same("length(varbinary) -> bigint", "octet_length({0})");
        table.Same("crc32(varbinary) -> bigint", "trino_crc32({0})");
        table.Net("reverse(varbinary) -> varbinary", "reverse_binary");
        foreach (var name in (string[])["md5", "sha1", "sha256", "sha512", "xxhash64", "murmur3"])
        {
            table.Net($"{name}(varbinary) -> varbinary", name);
        }

        foreach (var name in (string[])["hmac_md5", "hmac_sha1", "hmac_sha256", "hmac_sha512"])
        {
            table.Net($"{name}(varbinary, varbinary) -> varbinary", name);
        }

        foreach (var name in (string[])["hex", "base64", "base64url", "base32"])
        {
            table.Net($"from_{name}(varchar(x)) -> varbinary", $"from_{name}");
            table.Rewrite($"from_{name}(varbinary) -> varbinary", $"trino_from_{name}(trino_from_utf8({{0}}))");
        }

        table.Net("to_base64url(varbinary) -> varchar", "to_base64url");
        table.Net("to_base32(varbinary) -> varchar", "to_base32");
        table.Net("to_big_endian_64(bigint) -> varbinary", "to_big_endian_64");
        table.Net("to_big_endian_32(integer) -> varbinary", "to_big_endian_32");
        table.Net("from_big_endian_64(varbinary) -> bigint", "from_big_endian_64");
        table.Net("from_big_endian_32(varbinary) -> integer", "from_big_endian_32");
        table.Net("to_ieee754_64(double) -> varbinary", "to_ieee754_64");
        table.Net("to_ieee754_32(real) -> varbinary", "to_ieee754_32");
        table.Net("from_ieee754_64(varbinary) -> double", "from_ieee754_64");
        table.Net("from_ieee754_32(varbinary) -> real", "from_ieee754_32");
        table.Net("substr(varbinary, bigint) -> varbinary", "substr_binary");
        table.Net("substr(varbinary, bigint, bigint) -> varbinary", "substr_binary");
        table.Net("lpad(varbinary, bigint, varbinary) -> varbinary", "lpad_binary");
        table.Net("rpad(varbinary, bigint, varbinary) -> varbinary", "rpad_binary");
        foreach (var name in (string[])["spooky_hash_v2_32", "spooky_hash_v2_64"])
        {
            table.Rewrite($"{name}(varbinary) -> varbinary", call => throw call.Refuse($"{name} is not supported locally"));
        }
    }
}
