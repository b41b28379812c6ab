using System.Globalization;
using System.Text;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Tests.Running;

/// <summary>Random trees of groups, tasks and loops, with retries and errors handled, run for real: what digdag's rules say of the end holds for every interleaving.</summary>
public class AnyTreeEndsAsItShould
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_ran_first(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 10; i++)
        {
            var workflow = Tree(random);
            await using var store = Store.With(workflow);

            var attempt = await store.RunAsync();

            var tasks = store.Engine.Tasks(attempt.Id).Where(t => !t.FullName.Contains('^')).ToList();
            Check(workflow, attempt, tasks);
        }
    }

    private static void Check(string workflow, Attempt attempt, List<TaskView> tasks)
    {
        var byId = tasks.ToDictionary(t => t.Id);
        foreach (var task in tasks)
        {
            var followed = task.Upstreams.All(u => byId[u].State is TaskState.Success);
            var parentStarted = task.ParentId is not { } parent || byId[parent].State is not TaskState.Blocked;
            Assert.True(followed && parentStarted == task.State is not TaskState.Blocked || !followed && task.State is TaskState.Blocked || !parentStarted && task.State is TaskState.Blocked, $"{task.FullName} is {task.State} in\n{workflow}");
            if (task.IsGroup && task.State is not TaskState.Blocked)
            {
                var failed = tasks.Any(c => c.ParentId == task.Id && c.State.IsError());
                Assert.Equal(failed ? TaskState.GroupError : TaskState.Success, task.State);
            }

            foreach (var upstream in task.Upstreams.Select(u => byId[u]).Where(u => task.StartedAt is not null && u.StartedAt is not null))
            {
                Assert.True(upstream.UpdatedAt <= task.StartedAt, $"{task.FullName} began before {upstream.FullName} ended");
            }
        }

        Assert.Equal(tasks[0].State is TaskState.Success, attempt.Success);
    }

    private static string Tree(Random random)
    {
        var text = new StringBuilder();
        Children(text, random, "", 0);
        return text.ToString();
    }

    private static void Children(StringBuilder text, Random random, string indent, int depth)
    {
        if (random.Next(3) == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}_parallel: {(random.Next(2) == 0 ? "true" : "{limit: 2}")}\n");
        }

        if (depth > 0 && random.Next(5) == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}_retry: 1\n");
        }

        if (random.Next(5) == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}_error: {{echo>: sorry}}\n");
        }

        var count = random.Next(1, 5);
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}+t{i}:\n");
            switch (random.Next(10))
            {
                case < 4 when depth < 3:
                    Children(text, random, indent + "  ", depth + 1);
                    break;
                case 9:
                    text.Append(CultureInfo.InvariantCulture, $"{indent}  fail>: no\n");
                    text.Append(random.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{indent}  _error: {{echo>: sorry}}\n") : "");
                    break;
                case 8:
                    text.Append(CultureInfo.InvariantCulture, $"{indent}  loop>: 2\n{indent}  _parallel: {(random.Next(2) == 0 ? "true" : "false")}\n");
                    text.Append(CultureInfo.InvariantCulture, $"{indent}  _do: {{{(random.Next(4) == 0 ? "fail>: no" : "echo>: yes")}}}\n");
                    break;
                default:
                    text.Append(CultureInfo.InvariantCulture, $"{indent}  echo>: yes\n");
                    break;
            }
        }
    }
}
