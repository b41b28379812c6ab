using Cake.Core;

namespace Cake.Frosting;

public interface IFrostingContext : ICakeContext;

/// <summary>What a build's own context derives from.</summary>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
