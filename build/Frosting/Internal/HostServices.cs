using Cake.Cli;
using Cake.Core;
using Cake.Core.Composition;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.Modules;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting.Internal;

internal static class HostServices
{
    public static ServiceCollection Create()
    {
        var services = new ServiceCollection();
        new CoreModule().Register(new Registrar(services));
        services.AddSingleton<ICakeLog>(s => new CakeBuildLog(s.GetRequiredService<IConsole>()));
        services.AddSingleton<IConsole, CakeConsole>();
        services.AddSingleton(_ => AnsiConsole.Console);
        services.AddSingleton<ICakeReportPrinter, CakeReportPrinter>();
        services.AddSingleton<ICakeConfiguration>(_ => new CakeConfiguration(new Dictionary<string, string>()));
        services.AddSingleton<IFrostingContext, FrostingContext>();
        services.AddSingleton<BuildScriptHost<IFrostingContext>>();
        services.AddSingleton<DryRunScriptHost<IFrostingContext>>();
        services.AddSingleton<TreeScriptHost>();
        services.AddSingleton<DescriptionScriptHost>();
        return services;
    }

    /// <summary>Cake's modules register through an interface of Cake's; this hands it on.</summary>
    private sealed class Registrar(IServiceCollection services) : ICakeContainerRegistrar
    {
        public ICakeRegistrationBuilder RegisterType(Type type) => new Registration(services, type);

        public ICakeRegistrationBuilder RegisterInstance<TImplementation>(TImplementation instance)
            where TImplementation : class
        {
            services.AddSingleton(instance);
            return new Registration(services, typeof(TImplementation));
        }
    }

    private sealed class Registration(IServiceCollection services, Type implementation) : ICakeRegistrationBuilder
    {
        public ICakeRegistrationBuilder As(Type type)
        {
            services.AddSingleton(type, implementation);
            return this;
        }

        public ICakeRegistrationBuilder AsSelf() => As(implementation);

        public ICakeRegistrationBuilder Singleton() => this;

        public ICakeRegistrationBuilder Transient() => this;
    }
}
