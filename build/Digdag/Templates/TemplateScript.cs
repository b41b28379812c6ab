using Jint;
using JintEngine = Jint.Engine;

namespace Cdp.Digdag.Templates;

/// <summary>The script of a text, checked and prepared once.</summary>
internal sealed class TemplateScript
{
    private TemplateScript(Prepared<Acornima.Ast.Script> prepared, bool needsMoment)
    {
        Prepared = prepared;
        NeedsMoment = needsMoment;
    }

    public Prepared<Acornima.Ast.Script> Prepared { get; }

    /// <summary>Loading moment costs more than everything else, and few texts name it.</summary>
    public bool NeedsMoment { get; }

    /// <exception cref="JsSyntaxException">Not ECMAScript 5.</exception>
    public static TemplateScript Of(TemplateText text)
    {
        var body = text.ToScript();
        Es5Syntax.CheckFunctionBody(body);
        try
        {
            return new(JintEngine.PrepareScript($"(function(){{{body}}})"), body.Contains("moment", StringComparison.Ordinal));
        }
        catch (ScriptPreparationException ex)
        {
            throw new JsSyntaxException($"SyntaxError: {ex.InnerException?.Message ?? ex.Message}");
        }
    }
}
