using System.Collections;

namespace Cdp.TreasureData.Td;

/// <summary>The environment that td gets: what it needs to run, and nothing that could carry a secret or another
/// account's settings (spec/td_cli.md §3). Everything that is not named here is taken away.</summary>
internal static class TdEnvironment
{
    /// <summary>Programs, homes, proxies and certificates.</summary>
    private static readonly HashSet<string> _kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TEMP", "TMP",
        "TD_WF_JAVA", "JAVA_HOME", "GEM_HOME", "GEM_PATH", "RUBYLIB", "RBENV_ROOT", "RBENV_VERSION",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
        "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES",
    };

    /// <returns>Each name with its value, or null where the name is to be taken away.</returns>
    public static IReadOnlyDictionary<string, string?> Of(IDictionary current, string confPath)
    {
        var result = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in current.Keys.OfType<string>())
        {
            result[name] = _kept.Contains(name) ? (string?)current[name] : null;
        }

        result["TREASURE_DATA_CONFIG_PATH"] = confPath;
        result["TZ"] = "UTC";
        result["LANG"] = "C.UTF-8";
        result["LC_ALL"] = "C.UTF-8";

        // From Java 22 on a closed terminal looks like an open one, and td would ask about its version.
        result["JAVA_TOOL_OPTIONS"] = $"{current["JAVA_TOOL_OPTIONS"]} -Dio.digdag.cli.versionCheckMode=batch".TrimStart();
        return result;
    }
}
