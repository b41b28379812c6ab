using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>HiveQL into a tree. What Hive's grammar lacks is a syntax error at the token where Hive stops, from 0.</summary>
internal sealed partial class HiveParser(string sql, HiveVersion version)
{
    private const int Deepest = 300;

    private readonly IReadOnlyList<HiveToken> _tokens = HiveLexer.Read(sql);
    private int _at;
    private int _depth;

    private HiveToken Next => Peek(0);

    private SqlPosition Here => Next.At;

    /// <summary>Hints stand between tokens and say nothing about the answer.</summary>
    private HiveToken Peek(int by) => _tokens[Math.Min(_at + by, _tokens.Count - 1)];

    private bool Ahead(int by, string word) => Peek(by).Is(word);

    private TrinoException Unexpected() => Unexpected(Next);

    private TrinoException Unexpected(HiveToken token)
    {
        var from = Math.Max(0, Array.IndexOf([.. _tokens], token));
        var near = _tokens.Skip(from).Concat(Enumerable.Repeat(_tokens[^1], 3)).Take(3).Select(t => $"'{sql[t.At.Offset..End(t)]}'");
        return HiveError.Parse($"cannot recognize input near {string.Join(" ", near)}".Replace("''", "'<EOF>'", StringComparison.Ordinal), token.At);
    }

    private int End(HiveToken token) => token.Kind switch
    {
        HiveTokenKind.End => token.At.Offset,
        HiveTokenKind.Text or HiveTokenKind.Quoted or HiveTokenKind.Hint =>
            _tokens.FirstOrDefault(t => t.At.Offset > token.At.Offset)?.At.Offset is { } next ? sql[..next].TrimEnd().Length : sql.Length,
        _ => token.At.Offset + token.Text.Length,
    };

    private bool Take(string word)
    {
        if (!Next.Is(word))
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>All of the words or none.</summary>
    private bool TakeAll(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Ahead(i, words[i]))
            {
                return false;
            }
        }

        _at += words.Length;
        return true;
    }

    private void Expect(string word)
    {
        if (!Take(word))
        {
            throw Unexpected();
        }
    }

    private string Name()
    {
        if (!AtName)
        {
            throw Unexpected();
        }

        var name = Lower(Next.Text);
        _at++;
        return name;
    }

    private bool AtName => IsName(Next);

    private bool IsName(HiveToken token) => token.Kind == HiveTokenKind.Quoted
        || (token.Kind == HiveTokenKind.Word && token.Text[0] != '_' && !IsHexLiteral(token.Text) && !HiveWords.IsReserved(token.Text, version));

    private static bool IsHexLiteral(string word) => word.Length > 2 && word[0] == '0' && word[1] is 'x' or 'X';

    private static string Lower(string name) => name.ToLowerInvariant();

    private HiveTableName TableName()
    {
        var at = Here;
        var name = Name();
        if (!Take("."))
        {
            return new HiveTableName(at, null, name);
        }

        return new HiveTableName(at, name, Name());
    }

    private string Text()
    {
        if (Next.Kind != HiveTokenKind.Text)
        {
            throw Unexpected();
        }

        var text = "";
        while (Next.Kind == HiveTokenKind.Text)
        {
            text += Next.Text;
            _at++;
        }

        return text;
    }

    private ImmutableArray<T> List<T>(Func<T> one)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        do
        {
            items.Add(one());
        }
        while (Take(","));
        return items.ToImmutable();
    }

    private ImmutableArray<T> Parenthesized<T>(Func<T> one)
    {
        Expect("(");
        var items = List(one);
        Expect(")");
        return items;
    }

    private T Deeper<T>(Func<T> work)
    {
        if (++_depth > Deepest)
        {
            throw HiveError.Refused("A text nested this deep", Here);
        }

        var result = work();
        _depth--;
        return result;
    }
}
