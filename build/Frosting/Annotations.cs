using System.Diagnostics.CodeAnalysis;

namespace Cake.Frosting;

/// <summary>The task runs after the given one.</summary>
[SuppressMessage("Design", "CA1019", Justification = "The property is called Task in the package.")]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    public Type Task { get; } = type;
}

/// <summary>The task's name on the command line, where it differs from its class's.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>What <c>--description</c> says of the task.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}
