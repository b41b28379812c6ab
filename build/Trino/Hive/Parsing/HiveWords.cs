using System.Collections.Frozen;

namespace Cdp.Trino.Hive;

/// <summary>The words that are no names unless they stand in backquotes.</summary>
internal static class HiveWords
{
    private static readonly FrozenSet<string> Reserved = Set("""
        ALL ALTER AND ARRAY AS AUTHORIZATION BETWEEN BIGINT BINARY BOOLEAN BOTH BY CACHE CASE CAST CHAR COLUMN COMMIT CONF
        CONSTRAINT CREATE CROSS CUBE CURRENT CURRENT_DATE CURRENT_TIMESTAMP CURSOR DATABASE DATE DAYOFWEEK DECIMAL DELETE
        DESCRIBE DISTINCT DOUBLE DROP ELSE END EXCEPT EXCHANGE EXISTS EXTENDED EXTERNAL EXTRACT FALSE FETCH FLOAT FLOOR
        FOLLOWING FOR FOREIGN FROM FULL FUNCTION GRANT GROUP GROUPING HAVING IF IMPORT IN INNER INSERT INT INTEGER INTERSECT
        INTERVAL INTO IS JOIN LATERAL LEFT LESS LIKE LOCAL MACRO MAP MORE NONE NOT NULL NUMERIC OF ON ONLY OR ORDER OUT OUTER
        OVER PARTIALSCAN PARTITION PERCENT PRECEDING PRECISION PRESERVE PRIMARY PROCEDURE RANGE READS REDUCE REFERENCES REGEXP
        REVOKE RIGHT RLIKE ROLLBACK ROLLUP ROW ROWS SELECT SET SMALLINT START TABLE TABLESAMPLE THEN TIMESTAMP TO TRANSFORM
        TRIGGER TRUE TRUNCATE UNBOUNDED UNION UNIQUEJOIN UPDATE USER USING UTC_TMESTAMP VALUES VARCHAR VIEWS WHEN WHERE WINDOW
        WITH
        """);

    /// <summary>Reserved by the later version only.</summary>
    private static readonly FrozenSet<string> ReservedLater = Set("TIME SYNC QUALIFY REAL LEADING TRAILING UNIQUE");

    /// <summary>Reserved, and yet the names of functions.</summary>
    private static readonly FrozenSet<string> Functions = Set("""
        IF ARRAY MAP BIGINT BINARY BOOLEAN CURRENT_DATE CURRENT_TIMESTAMP DATE DOUBLE FLOAT GROUPING INT INTEGER SMALLINT
        TIMESTAMP DAYOFWEEK FLOOR
        """);

    public static bool IsReserved(string word, HiveVersion version) =>
        Reserved.Contains(word) || (version == HiveVersion.Four && ReservedLater.Contains(word));

    public static bool IsFunction(string word) => Functions.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
