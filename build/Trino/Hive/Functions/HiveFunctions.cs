using System.Collections.Frozen;

namespace Cdp.Trino.Hive;

/// <param name="CountError">10014 for the plain functions, 10015 for those that say how many they take.</param>
/// <param name="Later">Unknown to Hive 2.</param>
internal sealed record HiveFunction(int Least, int Most, Func<HiveCall, HiveValue> Make, int CountError, bool Later);

/// <summary>Hive's functions by name; what is in no family is refused where Hive knows it, and unknown where it does not.</summary>
internal sealed class HiveFunctions
{
    public const int Any = int.MaxValue;

    private static readonly FrozenDictionary<string, HiveFunction> All = Build();
    private readonly Dictionary<string, HiveFunction> _functions = [];

    public static HiveFunction? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>A plain function: another count of arguments matches none of its forms.</summary>
    public void Plain(string names, int least, int most, Func<HiveCall, HiveValue> make) =>
        Add(names, new HiveFunction(least, most, make, HiveError.WrongArguments, false));

    /// <summary>A function that looks at its arguments itself.</summary>
    public void Generic(string names, int least, int most, Func<HiveCall, HiveValue> make, int countError = HiveError.WrongCount) =>
        Add(names, new HiveFunction(least, most, make, countError, false));

    public void Later(string names, int least, int most, Func<HiveCall, HiveValue> make) =>
        Add(names, new HiveFunction(least, most, make, HiveError.WrongCount, true));

    private void Add(string names, HiveFunction function)
    {
        foreach (var name in names.Split(' '))
        {
            _functions.Add(name, function);
        }
    }

    private static FrozenDictionary<string, HiveFunction> Build()
    {
        var table = new HiveFunctions();
        HiveTextFunctions.AddTo(table);
        HivePatternFunctions.AddTo(table);
        HiveDigestFunctions.AddTo(table);
        HiveChoiceFunctions.AddTo(table);
        HiveMathFunctions.AddTo(table);
        HiveRounding.AddTo(table);
        HiveDateFunctions.AddTo(table);
        HiveTimeFunctions.AddTo(table);
        HiveNestedFunctions.AddTo(table);
        HiveCastFunctions.AddTo(table);
        return table._functions.ToFrozenDictionary();
    }
}
