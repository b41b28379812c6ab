using System.Globalization;
using System.Text.RegularExpressions;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace Cdp.Digdag.Templates;

/// <summary>Runtime errors in the words of digdag's engine: <c>TypeError: Cannot read property 'x' of undefined</c>.</summary>
internal static partial class JsErrorText
{
    private const string Unknown = "(intermediate value)";

    public static string Of(JavaScriptException error, Prepared<Script> script)
    {
        if (!error.Error.IsObject())
        {
            return error.Error.ToString();
        }

        // A script may throw what is no error at all; its own text could be anything, even endless.
        var name = error.Error.AsObject().Get("name");
        return name.IsUndefined() ? "[object Object]" : $"{name}: {Message(error, script)}";
    }

    private static string Message(JavaScriptException error, Prepared<Script> script)
    {
        var access = Access().Match(error.Message);
        if (access.Success)
        {
            return $"Cannot {access.Groups["do"].Value} property '{access.Groups["name"].Value}' of {access.Groups["of"].Value}";
        }

        return NoFunction().IsMatch(error.Message) && CallAt(script.Program, error.Location) is { } call
            ? $"{Shown(call.Callee) ?? Unknown} is not a function"
            : error.Message;
    }

    /// <summary>Jint gives the place of the call or of what is called.</summary>
    private static CallExpression? CallAt(Node? node, Acornima.SourceLocation location) =>
        node is CallExpression call && call.Location.Start == location.Start &&
        (call.Location.End == location.End || call.Callee.Location.End == location.End)
            ? call
            : node?.ChildNodes.Select(child => CallAt(child, location)).FirstOrDefault(found => found is not null);

    /// <summary>digdag's engine does not know a variable's name inside <c>with</c>, so most of what it shows is unnamed.</summary>
    private static string? Shown(Node node) =>
        node switch
        {
            MemberExpression { Computed: false, Property: Identifier property } member =>
                $"{Shown(member.Object) ?? Unknown}.{property.Name}",
            MemberExpression { Computed: true } member => $"{Shown(member.Object) ?? Unknown}[{Shown(member.Property) ?? "..."}]",
            CallExpression call => $"{Shown(call.Callee) ?? Unknown}(...)",
            StringLiteral text => $"\"{text.Value}\"",
            NumericLiteral number => number.Value.ToString(CultureInfo.InvariantCulture),
            ThisExpression => "this",
            _ => null,
        };

    [GeneratedRegex(@"\ACannot (?<do>read|set) properties of (?<of>undefined|null) \((?:reading|setting) '(?<name>.*)'\)\z", RegexOptions.Singleline)]
    private static partial Regex Access();

    [GeneratedRegex(@"\AProperty '.*' of object is not a function\z", RegexOptions.Singleline)]
    private static partial Regex NoFunction();
}
