using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;
using JintEngine = Jint.Engine;

namespace Cdp.Digdag.Templates;

/// <summary>
/// digdag's engine runs on Java and lets its texts be used as Java strings: <c>replaceAll</c> takes a regular
/// expression, there is <c>isEmpty</c>. Other Java classes it names but refuses to hand out.
/// </summary>
internal static class JavaGlobals
{
    public static void Add(JintEngine engine)
    {
        var text = engine.Global.Get("String").Get("prototype").AsObject();
        Define(text, "isEmpty", (self, _) => self.Length == 0);
        Define(text, "isBlank", (self, _) => string.IsNullOrWhiteSpace(self));
        Define(text, "contains", (self, args) => self.Contains(args[0], StringComparison.Ordinal));
        Define(text, "equals", (self, args) => self == args[0]);
        Define(text, "equalsIgnoreCase", (self, args) => self.Equals(args[0], StringComparison.OrdinalIgnoreCase));
        Define(text, "compareTo", (self, args) => string.CompareOrdinal(self, args[0]));
        Define(text, "matches", (self, args) => JavaRegex.Matches(self, args[0]));
        Define(text, "replaceAll", (self, args) => JavaRegex.Replace(self, args[0], args[1], -1));
        Define(text, "replaceFirst", (self, args) => JavaRegex.Replace(self, args[0], args[1], 1));

        foreach (var name in (string[])["java", "javax", "Packages", "com", "org", "edu"])
        {
            Hide(engine.Global, name, new JsObject(engine));
        }

        var java = new JsObject(engine);
        Hide(java, "type", Function(engine, "type", (_, args) => throw new Jint.Runtime.JavaScriptException(
            engine.Intrinsics.TypeError, $"Access to host class {args[0]} is not allowed or does not exist.")));
        Hide(engine.Global, "Java", java);
        Hide(engine.Global, "load", Function(engine, "load", (_, _) => throw new Jint.Runtime.JavaScriptException(
            engine.Intrinsics.TypeError, "Cannot load script")));
        Hide(engine.Global, "print", Function(engine, "print", (_, _) => JsValue.Undefined));
    }

    private static void Define(ObjectInstance text, string name, Func<string, string[], JsValue> method) =>
        Hide(text, name, Function(text.Engine, name, (self, args) => method(
            self.ToString(), [.. args.Select(a => a.ToString()), "undefined", "undefined"])));

    private static ClrFunction Function(JintEngine engine, string name, Func<JsValue, JsValue[], JsValue> body) =>
        new(engine, name, body);

    private static void Hide(ObjectInstance holder, string name, JsValue value) =>
        holder.FastSetProperty(name, new PropertyDescriptor(value, true, false, true));
}
