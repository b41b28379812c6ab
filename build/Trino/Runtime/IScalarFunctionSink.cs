namespace Cdp.Trino.Runtime;

/// <summary>
/// Takes the pure functions of this folder; the execution side registers them in the engine. Arguments may be string,
/// int, long, double, float, bool, byte[], BigInteger or <c>List&lt;string?&gt;</c>; results the same, or null.
/// A NULL argument gives NULL without a call. A <see cref="TrinoFailure"/> fails the query.
/// </summary>
internal interface IScalarFunctionSink
{
    void Add<T1, TResult>(string name, Func<T1, TResult> body);

    void Add<T1, T2, TResult>(string name, Func<T1, T2, TResult> body);

    void Add<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult> body);

    void Add<T1, T2, T3, T4, TResult>(string name, Func<T1, T2, T3, T4, TResult> body);
}
