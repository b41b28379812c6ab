using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Schemas;

/// <summary>Descriptions of tables beside the configuration, for generating without a platform (spec, cdp_phases §1.2-1).</summary>
/// <param name="folder">Holds <c>{database}.{table}.yml</c>; it need not exist.</param>
public sealed class CheckedInSchemas(FileStore files, string folder)
{
    public string Folder => folder;

    public string PathOf(TableName table) => Path.Combine(folder, $"{table}.yml");

    /// <summary>The description of that table, or null where there is no file of it.</summary>
    public TableSchema? Find(TableName table)
    {
        if (files.TryReadText(PathOf(table)) is not { } text)
        {
            return null;
        }

        var schema = SchemaFiles.Read(text, PathOf(table));
        return schema.Name == table
            ? schema with { IsCheckedIn = true }
            : throw new PipelineException(
                $"{PathOf(table)} describes {schema.Name}. Call the file {schema.Name}.yml, or correct its database: and table:.", ExitCode.WrongInput);
    }

    public void Write(TableSchema schema) => files.WriteText(PathOf(schema.Name), SchemaFiles.Write(schema with { IsCheckedIn = false }));

    /// <summary>What a phase reads: as checked in, else as the phase before would make it.</summary>
    public SchemaCatalog Of(IPhaseDefinition phase, IReadOnlyList<IPhaseDefinition> phases, ResolvedPipeline pipeline)
    {
        var wanted = phase.Schemas(pipeline);
        var found = wanted.Select(Find).OfType<TableSchema>().ToList();
        var missing = wanted.Except(found.Select(s => s.Name)).ToHashSet();
        if (missing.Count > 0 && phases.FirstOrDefault(p => p.Phase == phase.Phase - 1) is { Phase: not Phase.Ingestion } before)
        {
            found.AddRange(before.Makes(pipeline, Of(before, phases, pipeline))
                .Where(made => missing.Contains(made.Name))
                .Select(made => made with { IsCheckedIn = true }));
        }

        return new(found);
    }
}
