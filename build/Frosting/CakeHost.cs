using System.Reflection;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Finds the tasks of the entry assembly and runs those that the command line asks for.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = HostServices.Create();
    private readonly List<Assembly> _assemblies = [.. new[] { Assembly.GetEntryAssembly() }.OfType<Assembly>()];

    public CakeHost AddAssembly(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        services(_services);
        return this;
    }

    /// <returns>0, or what Cake answers for a failure.</returns>
    public int Run(IEnumerable<string> args)
    {
        foreach (var task in _assemblies.Distinct().SelectMany(assembly => assembly.GetExportedTypes()).Where(IsTask))
        {
            _services.AddSingleton(typeof(IFrostingTask), task);
        }

        return new HostCommand(_services).Run(HostArguments.Parse(args));
    }

    private static bool IsTask(Type type) =>
        typeof(IFrostingTask).IsAssignableFrom(type) && type is { IsClass: true, IsAbstract: false };
}
