using Cdp.Digdag.Language;
using Jint;
using Jint.Native;
using Jint.Native.Json;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Cdp.Digdag.Templates;

/// <summary>Runs the script of one text in a JavaScript engine of its own, so that nothing leaks from one text to the next.</summary>
internal sealed class JsEngine(TemplateLimits limits)
{
    private static readonly Prepared<Acornima.Ast.Script> Moment =
        JintEngine.PrepareScript(EmbeddedText.Read("moment.min.js"), "moment.min.js");

    /// <exception cref="JsEvaluationException">The text in brackets of digdag's error.</exception>
    public string Run(TemplateScript script, TemplateScope scope)
    {
        try
        {
            var engine = NewEngine(ZoneName.Find(scope.TimeZone));
            if (script.NeedsMoment)
            {
                engine.Execute(Moment);
            }

            var parameters = new JsonParser(engine).Parse(scope.ToJson());
            return engine.Evaluate(script.Prepared).Call(parameters, []).AsString();
        }
        catch (JavaScriptException ex)
        {
            throw new JsEvaluationException(JsErrorText.Of(ex, script.Prepared), ex);
        }
        catch (Exception ex) when (Reason(ex) is { } reason)
        {
            throw new JsEvaluationException(reason, ex);
        }
    }

    private JintEngine NewEngine(TimeZoneInfo zone)
    {
        var engine = new JintEngine(options =>
        {
            options.TimeSystem = new JsTimeSystem(zone);
            options
                .TimeoutInterval(limits.Time)
                .RegexTimeoutInterval(limits.Time)
                .LimitMemory(limits.Memory)
                .MaxStatements(limits.Statements)
                .LimitRecursion(limits.Recursion)
                .MaxArraySize(limits.ArrayLength)
                .Constraint(new StackLeft());
        });
        Es5Globals.Apply(engine);
        return engine;
    }

    /// <summary>
    /// The engine counts calls that a script makes, not those that it makes itself of a script's <c>toString</c>, <c>toJSON</c> or
    /// replacer; they would overflow the stack, which ends the process.
    /// </summary>
    private sealed class StackLeft : Constraint
    {
        public override void Check() => System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();

        public override void Reset()
        {
        }
    }

    private string? Reason(Exception error) =>
        error switch
        {
            TimeoutException or System.Text.RegularExpressions.RegexMatchTimeoutException =>
                $"stopped after {limits.Time.TotalSeconds:0.#} seconds",
            StatementsCountOverflowException => $"stopped after {limits.Statements} statements",
            MemoryLimitExceededException or OutOfMemoryException => $"stopped at {limits.Memory >> 20} MiB of memory",
            RecursionDepthOverflowException or InsufficientExecutionStackException =>
                "RangeError: Maximum call stack size exceeded",
            _ => null,
        };
}
