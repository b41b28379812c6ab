using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;
using JintEngine = Jint.Engine;

namespace Cdp.Digdag.Templates;

/// <summary>
/// <c>JSON.stringify</c> and the texts of arrays, which look before they write: the engine's own cannot be interrupted, and a few
/// lines can hold a value whose text is longer than any memory, or deeper than the stack, which would end the process.
/// </summary>
internal static class GuardedTexts
{
    private const long MaxText = 16 << 20;

    private const int MaxDepth = 500;

    public static void Guard(JintEngine engine)
    {
        Guard(engine, engine.Global.Get("JSON").AsObject(), "stringify", (_, args) =>
            new Weight(arraysOnly: false).Add(args.Length > 0 ? args[0] : JsValue.Undefined));
        var lists = engine.Intrinsics.Array.PrototypeObject;
        foreach (var name in (string[])["join", "toLocaleString"])
        {
            Guard(engine, lists, name, (self, _) => new Weight(arraysOnly: true).Add(self));
        }
    }

    private static void Guard(JintEngine engine, ObjectInstance holder, string name, Action<JsValue, JsValue[]> look)
    {
        var own = holder.Get(name);
        holder.FastSetProperty(name, new(
            new ClrFunction(
                engine,
                name,
                (self, args) =>
                {
                    look(self, args);
                    return own.Call(self, args);
                },
                1),
            true,
            false,
            true));
    }

    /// <summary>Every path to a value counts, as it does in the text. What refers to itself is left to the engine.</summary>
    private sealed class Weight(bool arraysOnly)
    {
        private readonly HashSet<ObjectInstance> _path = [];
        private long _left = MaxText;

        public void Add(JsValue value)
        {
            Take(value.IsString() ? value.AsString().Length : 1);
            if (value is not ObjectInstance map || map is Jint.Native.Function.Function || (arraysOnly && map is not JsArray)
                || !_path.Add(map))
            {
                return;
            }

            if (_path.Count > MaxDepth)
            {
                throw new InsufficientExecutionStackException();
            }

            if (map is JsArray list)
            {
                AddItems(list);
            }
            else
            {
                AddProperties(map);
            }

            _path.Remove(map);
        }

        private void AddItems(JsArray list)
        {
            for (uint i = 0; i < list.Length; i++)
            {
                Add(list[i]);
            }
        }

        private void AddProperties(ObjectInstance map)
        {
            foreach (var (name, property) in map.GetOwnProperties())
            {
                if (property.Enumerable && property.Value is { } inner)
                {
                    Take(name.ToString().Length);
                    Add(inner);
                }
            }
        }

        private void Take(long characters)
        {
            _left -= characters;
            if (_left < 0)
            {
                throw new MemoryLimitExceededException($"a text of more than {MaxText} characters");
            }
        }
    }
}
