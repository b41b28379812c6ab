namespace Cdp.Build.CommandLine;

/// <summary>Every switch there is: the help, the check of the command line and the README's table come from here.</summary>
internal static class Switches
{
    public static IReadOnlyList<Switch> All { get; } =
    [
        new("target", "NAME", "What to run; without it, a page that explains where you are."),
        new("exclusive", null, "Run that one target without those before it; a finished cell runs again."),
        new("dryrun", null, "Print the order of the tasks; touches neither disk nor network."),
        new("tree", null, "Print the tree of targets."),
        new("description", null, "Print each target with its description."),
        new("verbosity", "LEVEL", "quiet, minimal, normal (default), verbose or diagnostic."),
        new("help", null, "This page; with --target, that target's own switches."),
        new("config", "FILE", "The configuration (default config/pipeline.yml)."),
        new("workspace", "DIR", "Where a run keeps what it makes (default out/<client>)."),
        new("platform", "NAME", "local or treasure_data, instead of the configuration's."),
        new("transport", "NAME", "td or rest: how Treasure Data is reached (default: td where it is installed and usable)."),
        new("endpoint", "URL", "The address of the API, instead of the region's."),
        new("environment", "NAME", "Instead of the configuration's environment."),
        new("no-input", null, "Never ask; the policies under on: in the configuration answer. Implied in CI."),
        new("force", null, "Overwrite generated files that were edited by hand."),
        new("again", null, "Begin a new run although the last one is finished (what a schedule passes)."),
        new("fresh", null, "Abandon the unfinished run and begin a new one."),
        new("adopt", null, "Take over projects and databases that this pipeline did not create."),
        new("on-cancel", "WHAT", "detach (default) or kill: what Ctrl-C does to workflows that run."),
        new("session-time", "TIME", "The session time of every workflow started, ISO 8601, instead of the clock's."),
        new("now", "TIME", "A fixed clock, ISO 8601: two runs can be compared row for row."),
        new("idle", "SECONDS", "How long the emulator waits for work before it leaves."),
        new("action", "WHAT", "start, stop or status; of Secrets: status or set; of Schedules: list, enable or disable.", "Emulator", "Secrets", "Schedules"),
        new("keep", null, "Stay up without work and fire due schedules.", "Emulator"),
        new("allow-network", null, "Let workflows on the emulator call hosts other than Treasure Data's.", "Emulator", "Rehearse"),
        new("allow-code", null, "Let sh>, py> and rb> run on this machine (Treasure Data has neither sh> nor rb>).", "Emulator", "Rehearse"),
        new("project", "DIR", "The folder of a digdag project.", "Check", "Rehearse"),
        new("fix", null, "Offer to repair a missing colon, a missing space, a tab or one key's indentation; the original is kept.", "Check"),
        new("workflow", "NAME", "The workflow meant (default: the only one, or all).", "Rehearse", "Schedules"),
        new("session", "TIME", "Its session time, ISO 8601 (default: now).", "Rehearse"),
        new("params", "K=V;K2=V2", "Parameters of the attempt.", "Rehearse"),
        new("sql", "TEXT", "The statement.", "Query"),
        new("file", "FILE", "A file of SQL, or of lines {\"id\",\"sql\"} when its name ends in .jsonl; of Secrets: a map of names to values that only you can read.", "Query", "Secrets"),
        new("database", "NAME", "The database that unqualified names are in.", "Query"),
        new("dialect", "NAME", "td (default), trino or hive; the last two on the emulator only.", "Query"),
        new("functions", null, "Print the table of functions that the emulator knows.", "Query"),
        new("id", "VALUE", "A value of a key, or the id of a person.", "Explain"),
        new("key", "NAME", "The key that the value is of.", "Explain", "Exclude"),
        new("value", "A;B", "The values, as they are after staging.", "Exclude"),
        new("tables", "A;B", "Exclude them in these tables only (default: in all).", "Exclude"),
        new("note", "TEXT", "Why they are excluded.", "Exclude"),
        new("preview", null, "Say whom it touches and change nothing.", "Exclude"),
        new("drop-key", "NAME", "The key to do without.", "WhatIf"),
        new("rules", "FILE", "A configuration whose unification block is tried.", "WhatIf"),
        new("format", "NAME", "table (default), csv, json or jsonl: what stdout carries; of a person text, mermaid, dot or json.", "Explain", "WhatIf", "Exclude", "Stats", "Query", "Check", "Rehearse", "Status", "Emulator", "Gates", "Doctor", "Secrets", "Schedules", "Plan"),
        new("junit", "FILE", "Write the gates as JUnit XML too.", "Gates"),
        new("full", null, "Measure at full size, for minutes, instead of in passing.", "Bench"),
        new("filter", "TEXT", "Only tests whose full name contains the text.", "Test"),
    ];

    public static Switch? Find(string name) =>
        All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
