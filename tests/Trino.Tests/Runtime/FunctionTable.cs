using System.Collections;
using System.Globalization;
using System.Reflection;
using Cdp.Trino.Runtime;

namespace Cdp.Trino.Tests.Runtime;

/// <summary>All functions of the runtime by name, called with boxed values.</summary>
internal sealed class FunctionTable : IScalarFunctionSink
{
    private readonly Dictionary<string, List<Delegate>> _bodies = [];

    public FunctionTable() => RuntimeFunctions.AddTo(this);

    public bool Has(string name) => _bodies.ContainsKey(name);

    public object? Call(string name, params object?[] arguments)
    {
        foreach (var body in _bodies[name])
        {
            var parameters = body.GetType().GetGenericArguments()[..^1];
            if (parameters.Length == arguments.Length && TryConvert(arguments, parameters) is { } values)
            {
                return values.Contains(null) ? null : Invoke(body, values);
            }
        }

        throw new NotCallable();
    }

    public static string Text(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        byte[] bytes => Convert.ToBase64String(bytes),
        string text => text,
        Json json => json.Text,
        double number => Number(number),
        float number => Number(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    void IScalarFunctionSink.Add<T1, TResult>(string name, Func<T1, TResult> body) => Keep(name, body);

    void IScalarFunctionSink.Add<T1, T2, TResult>(string name, Func<T1, T2, TResult> body) => Keep(name, body);

    void IScalarFunctionSink.Add<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult> body) => Keep(name, body);

    void IScalarFunctionSink.Add<T1, T2, T3, T4, TResult>(string name, Func<T1, T2, T3, T4, TResult> body) =>
        Keep(name, body);

    private static string Number(double number) =>
        double.IsPositiveInfinity(number) ? "Infinity" : double.IsNegativeInfinity(number) ? "-Infinity"
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static object? Invoke(Delegate body, object?[] values)
    {
        try
        {
            return body.DynamicInvoke(values);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is TrinoFailure failure)
        {
            throw failure;
        }
    }

    private static object?[]? TryConvert(object?[] arguments, Type[] parameters)
    {
        var values = new object?[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            switch (arguments[index])
            {
                case null:
                    break;
                case { } same when parameters[index].IsInstanceOfType(same):
                    values[index] = same;
                    break;
                case Json json when parameters[index] == typeof(string):
                    values[index] = json.Text;
                    break;
                case long number when parameters[index] == typeof(int) && number is >= int.MinValue and <= int.MaxValue:
                    values[index] = (int)number;
                    break;
                case int number when parameters[index] == typeof(long):
                    values[index] = (long)number;
                    break;
                case long number when parameters[index] == typeof(double):
                    values[index] = (double)number;
                    break;
                case decimal number when parameters[index] == typeof(double):
                    values[index] = (double)number;
                    break;
                default:
                    return null;
            }
        }

        return values;
    }

    private void Keep(string name, Delegate body)
    {
        if (!_bodies.TryGetValue(name, out var bodies))
        {
            _bodies[name] = bodies = [];
        }

        bodies.Add(body);
    }
}
