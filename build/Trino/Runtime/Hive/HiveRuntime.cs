namespace Cdp.Trino.Runtime.Hive;

/// <summary>
/// What Hive computes as nothing else does; inside the engine the names begin with <c>trino_hive_</c>. A version is 2 or 4.
/// What is not certain is refused; where Hive itself fails the failure is named <see cref="Failed"/>.
/// </summary>
internal static class HiveRuntime
{
    public const string Failed = "HIVE_FAILURE";

    public static void AddTo(IScalarFunctionSink sink)
    {
        HiveNumbers.AddTo(sink);
        HiveTexts.AddTo(sink);
        HiveMasks.AddTo(sink);
        HivePrinting.AddTo(sink);
        HivePatterns.AddTo(sink);
        HiveJson.AddTo(sink);
        HiveUrls.AddTo(sink);
        HiveDigests.AddTo(sink);
        HiveDates.AddTo(sink);
        HiveCalendar.AddTo(sink);
        HiveZones.AddTo(sink);
        HiveTimePattern.AddTo(sink);
    }

    public static TrinoFailure Fail(string message) => new(Failed, message);
}
