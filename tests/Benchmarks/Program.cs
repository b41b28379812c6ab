using Cdp.Benchmarks;

var isFull = args.Contains("--full");
Console.WriteLine("cost of a task of digdag (1,000 tasks echo>, durable state), beside writing the same bytes");
var isGood = await TaskCost.RunAsync("one after another", string.Empty);
isGood &= await TaskCost.RunAsync("at once", "true");
isGood &= await MemoryOfDoneTasks.RunAsync();
isGood &= await Components.RunAsync(isFull ? 1_000_000 : 2_000);
isGood &= await StagingAmidFailures.RunAsync(isFull ? 250 : 1);
return isGood ? 0 : 1;
