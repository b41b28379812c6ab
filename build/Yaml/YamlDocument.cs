using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cdp.Yaml;

/// <summary>Reads YAML 1.1 text into a tree with positions. The only door to YamlDotNet in this house.</summary>
public static class YamlDocument
{
    private const int MaxDepth = 200;

    /// <summary>The root node, or null when the text holds no document.</summary>
    /// <exception cref="YamlSyntaxException">Not YAML, an unknown alias, more than one document, or too deep.</exception>
    public static YamlNode? Read(string text, string file)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return new Reader(parser, file).Document();
        }
        catch (YamlException ex)
        {
            throw TabIndent(text, file, ex) ?? new YamlSyntaxException(At(file, ex.Start), Reworded(ex.Message), ex);
        }
        catch (Exception ex) when (ex is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner trips over a few broken texts instead of refusing them; behind its last event is near.
            throw new YamlSyntaxException(
                At(file, parser.Current?.End ?? Mark.Empty), "found text that cannot be read as YAML", ex);
        }
    }

    /// <summary>A tab in the indentation is what people see last; the parser reports it a line early.</summary>
    private static YamlSyntaxException? TabIndent(string text, string file, YamlException error)
    {
        var lines = text.Split('\n');
        var last = error.Message.Contains("tab", StringComparison.Ordinal) ? lines.Length - 1 : (int)error.End.Line;
        for (var line = (int)error.Start.Line - 1; line <= last && line < lines.Length; line++)
        {
            var indent = lines[line].AsSpan(0, lines[line].Length - lines[line].AsSpan().TrimStart().Length);
            var tab = indent.IndexOf('\t');
            if (tab >= 0 && indent.Length < lines[line].Length)
            {
                return new(
                    new Position(file, line + 1, tab + 1),
                    "found a tab in the indentation; indent with spaces",
                    error);
            }
        }

        return null;
    }

    private static Position At(string file, Mark mark) => new(file, Math.Max((int)mark.Line, 1), Math.Max((int)mark.Column, 1));

    private static string Reworded(string message) =>
        message.StartsWith("While ", StringComparison.Ordinal) ? "w" + message[1..] : message;

    private sealed class Reader(IParser parser, string file)
    {
        private readonly Dictionary<string, YamlNode> _anchors = [];
        private int _depth;

        public YamlNode? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = Node();
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                throw new YamlSyntaxException(At(file, second.Start), "expected a single document in the stream");
            }

            return root;
        }

        private YamlNode Node()
        {
            if (++_depth > MaxDepth)
            {
                throw new YamlSyntaxException(At(file, parser.Current!.Start), $"nested deeper than {MaxDepth} levels");
            }

            try
            {
                return parser.Current is AnchorAlias ? Alias() : Anchored();
            }
            finally
            {
                _depth--;
            }
        }

        private YamlNode Alias()
        {
            var alias = parser.Consume<AnchorAlias>();
            return _anchors.TryGetValue(alias.Value.Value, out var node)
                ? node
                : throw new YamlSyntaxException(At(file, alias.Start), $"found undefined alias {alias.Value.Value}");
        }

        private YamlNode Anchored()
        {
            if (parser.Current is not NodeEvent { Anchor: var anchor })
            {
                throw new YamlSyntaxException(At(file, parser.Current!.Start), "expected a value");
            }

            YamlNode node = parser.Current switch
            {
                Scalar => Text(),
                SequenceStart => Sequence(),
                _ => Mapping(),
            };
            if (!anchor.IsEmpty)
            {
                _anchors[anchor.Value] = node;
            }

            return node;
        }

        private YamlScalar Text()
        {
            var scalar = parser.Consume<Scalar>();
            return new(At(file, scalar.Start), TagOf(scalar), scalar.Value, scalar.Style is ScalarStyle.Plain);
        }

        private YamlSequence Sequence()
        {
            var start = parser.Consume<SequenceStart>();
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node());
            }

            return new(At(file, start.Start), TagOf(start), items.ToImmutable());
        }

        private YamlMapping Mapping()
        {
            var start = parser.Consume<MappingStart>();
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node();
                entries.Add(new(key, Node()));
            }

            return new(At(file, start.Start), TagOf(start), entries.ToImmutable());
        }

        private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.Value;
    }
}
