using Cdp.Trino.Functions;

namespace Cdp.Trino.Tests.Functions;

public sealed class SignaturesTests
{
    [Fact]
    public void Every_type_in_a_signature_is_known()
    {
        foreach (var entry in FunctionTable.All.Entries.Where(entry => !entry.Result.HasVariables))
        {
            Assert.NotNull(entry.Result.Substitute(new Bindings()));
            Assert.All(entry.Parameters.Where(parameter => !parameter.HasVariables), parameter => parameter.Substitute(new Bindings()));
        }
    }
}
