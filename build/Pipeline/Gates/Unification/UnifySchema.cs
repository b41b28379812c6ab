using System.Collections.Immutable;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>The fields of <c>unify.yml</c> and their limits, as the service's public validator has them (spec, cdp_phases §2.2).</summary>
internal static class UnifySchema
{
    private const int MostTexts = 127;

    private static readonly ImmutableArray<UnifyField> _sourceColumn =
    [
        new UnifyName("table", IsRequired: true),
        new UnifyName("column"),
        new UnifyChoice("order", "first", "last"),
        new UnifyName("order_by"),
        new UnifyNumber("priority", 1),
    ];

    private static readonly ImmutableArray<UnifyField> _attribute =
    [
        new UnifyName("name", IsRequired: true),
        new UnifyNumber("array_elements", 1, 10),
        new UnifyText("valid_regexp"),
        new UnifyTexts("invalid_texts", MostTexts),
        new UnifyList("source_columns", _sourceColumn),
        new UnifyName("source_canonical_id"),
        new UnifyName("source_persistent_id"),
    ];

    private static readonly ImmutableArray<UnifyField> _id =
    [
        new UnifyName("name", IsRequired: true),
        new UnifyNames("merge_by_keys", 64),
        new UnifyNames("source_tables"),
        new UnifyNumber("merge_iterations", 1, 49),
        new UnifyNumber("incremental_merge_iterations", 1, 49),
    ];

    private static readonly ImmutableArray<UnifyField> _root =
    [
        new UnifyName("name", IsRequired: true),
        new UnifyList(
            "keys",
            [new UnifyName("name", IsRequired: true), new UnifyText("valid_regexp"), new UnifyTexts("invalid_texts", MostTexts)],
            IsRequired: true),
        new UnifyList(
            "tables",
            [
                new UnifyName("database", IsRequired: true),
                new UnifyName("table", IsRequired: true),
                new UnifyName("as"),
                new UnifyNames("incremental_columns", 127),
                new UnifyList("key_columns", [new UnifyName("column", IsRequired: true), new UnifyName("key", IsRequired: true)], IsRequired: true, Most: 32),
            ],
            IsRequired: true),
        new UnifyList("canonical_ids", [.. _id, new UnifyNames("merge_by_canonical_ids", 64), new UnifyName("do_not_merge_key")]),
        new UnifyList("persistent_ids", [.. _id, new UnifyNames("merge_by_persistent_ids", 64)]),
        new UnifyList(
            "master_tables",
            [
                new UnifyName("name", IsRequired: true),
                new UnifyName("canonical_id"),
                new UnifyName("persistent_id"),
                new UnifyList("attributes", _attribute, IsRequired: true, Most: 512),
            ]),
    ];

    /// <returns>What is wrong with the form of the file; what its names refer to is <see cref="UnifyReferences"/>'s.</returns>
    public static IEnumerable<FileProblem> Look(YamlMapping root) => Look(root, "unify.yml", _root);

    public static IEnumerable<FileProblem> Look(YamlMapping map, string what, ImmutableArray<UnifyField> fields)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            var name = (key as YamlScalar)?.Text ?? string.Empty;
            if (fields.All(f => f.Name != name))
            {
                yield return UnifyFile.Problem(key, $"{what} has no field '{name}'.{Suggestion.For(name, fields.Select(f => f.Name))}");
            }
            else if (!seen.Add(name))
            {
                yield return UnifyFile.Problem(key, $"{name} is written twice.");
            }
        }

        foreach (var field in fields)
        {
            var value = UnifyFile.Value(map, field.Name);
            var problems = value is not null ? field.Look(value)
                : field.IsRequired ? [UnifyFile.Problem(map, $"There is no {field.Name}.")] : [];
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }
}
