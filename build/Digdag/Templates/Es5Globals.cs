using System.Collections.Frozen;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using JintEngine = Jint.Engine;

namespace Cdp.Digdag.Templates;

/// <summary>Leaves of Jint's world what ECMAScript 5 has, and adds what digdag's Java engine puts there.</summary>
internal static class Es5Globals
{
    private static readonly FrozenDictionary<string, string[]> Kept = new Dictionary<string, string>
    {
        [""] = "NaN Infinity undefined eval parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI " +
            "encodeURIComponent escape unescape Object Function Array String Boolean Number Date RegExp Error EvalError " +
            "RangeError ReferenceError SyntaxError TypeError URIError Math JSON",
        ["Object"] = "prototype length name getPrototypeOf setPrototypeOf getOwnPropertyDescriptor getOwnPropertyNames create " +
            "defineProperty defineProperties seal freeze preventExtensions isSealed isFrozen isExtensible keys",
        ["Array"] = "prototype length name isArray",
        ["Array.prototype"] = "constructor length toString toLocaleString concat join pop push reverse shift slice sort splice " +
            "unshift indexOf lastIndexOf every some forEach map filter reduce reduceRight",
        ["String"] = "prototype length name fromCharCode",
        ["String.prototype"] = "constructor length toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare " +
            "match replace search slice split substr substring toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase " +
            "trim trimLeft trimRight anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup",
        ["Number"] = "prototype length name MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY",
        ["Math"] = "E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow " +
            "random round sin sqrt tan",
    }.ToFrozenDictionary(e => e.Key, e => e.Value.Split(' '), StringComparer.Ordinal);

    public static void Apply(JintEngine engine)
    {
        var world = engine.Intrinsics;
        Keep(engine.Global, Kept[""]);
        Keep(world.Object, Kept["Object"]);
        Keep(world.Array, Kept["Array"]);
        Keep(world.Array.PrototypeObject, Kept["Array.prototype"]);
        Keep(engine.Global.Get("String").AsObject(), Kept["String"]);
        Keep(engine.Global.Get("String").Get("prototype").AsObject(), Kept["String.prototype"]);
        Keep(engine.Global.Get("Number").AsObject(), Kept["Number"]);
        Keep(engine.Global.Get("Math").AsObject(), Kept["Math"]);
        GuardedTexts.Guard(engine);
        JavaGlobals.Add(engine);
    }

    private static void Keep(ObjectInstance holder, string[] names)
    {
        foreach (var key in holder.GetOwnPropertyKeys())
        {
            if (key.IsString() && !names.Contains(key.AsString()))
            {
                holder.Delete(key);
            }
        }
    }
}
