using Cdp.Benchmarks;

var isFull = args.Contains("--full");
(string Name, Func<Task<bool>> Run)[] measures =
[
    ("tasks", TasksAsync),
    ("components", () => Components.RunAsync(isFull ? 1_000_000 : 2_000)),
    ("staging", () => StagingAmidFailures.RunAsync(isFull ? 250 : 1)),
    ("loads", () => LoadsAmidFailures.RunAsync(isFull ? 250 : 1)),
];

// Some of them alone, by their names: dotnet run -c Release --project tests/Benchmarks -- --full loads
var isGood = true;
foreach (var (_, run) in measures.Where(m => args.Contains(m.Name) || !measures.Any(n => args.Contains(n.Name))))
{
    isGood &= await run();
}

return isGood ? 0 : 1;

static async Task<bool> TasksAsync()
{
    Console.WriteLine("cost of a task of digdag (1,000 tasks echo>, durable state), beside writing the same bytes");
    var isGood = await TaskCost.RunAsync("one after another", string.Empty);
    isGood &= await TaskCost.RunAsync("at once", "true");
    return isGood & await MemoryOfDoneTasks.RunAsync();
}
