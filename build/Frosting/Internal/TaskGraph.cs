using System.Reflection;
using Cake.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>Tells Cake's engine of the tasks, of their order and of the lifetime.</summary>
internal static class TaskGraph
{
    public static void Register(IServiceProvider provider)
    {
        var engine = provider.GetRequiredService<ICakeEngine>();
        var context = provider.GetRequiredService<IFrostingContext>();
        foreach (var task in provider.GetServices<IFrostingTask>())
        {
            Register(engine, context, task);
        }

        if (provider.GetService<IFrostingSetup>() is { } setup)
        {
            engine.RegisterSetupAction(info => setup.Setup(context, info));
        }

        if (provider.GetService<IFrostingTeardown>() is { } teardown)
        {
            engine.RegisterTeardownAction(info => teardown.Teardown(context, info));
        }
    }

    private static void Register(ICakeEngine engine, IFrostingContext context, IFrostingTask task)
    {
        var type = task.GetType();
        var builder = engine.RegisterTask(Name(type));
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } description)
        {
            builder.Description(description.Description);
        }

        foreach (var dependency in type.GetCustomAttributes<IsDependentOnAttribute>())
        {
            builder.IsDependentOn(Name(dependency.Task));
        }

        if (Overrides(type, "Run") || Overrides(type, "RunAsync"))
        {
            builder.Does(task.RunAsync);
        }

        if (Overrides(type, "ShouldRun"))
        {
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        }

        if (Overrides(type, "OnError"))
        {
            builder.OnError(exception => task.OnError(exception, context));
        }

        if (Overrides(type, "Finally"))
        {
            builder.Finally(() => task.Finally(context));
        }
    }

    private static string Name(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;

    /// <summary>A method that is not overridden is not registered: a task without a body is Cake's "delegated" one.</summary>
    private static bool Overrides(Type type, string method) =>
        type.GetMethods().Any(m => m.Name == method && m.GetBaseDefinition().DeclaringType != m.DeclaringType);
}
