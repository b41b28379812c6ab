namespace Cdp.Digdag.Templates;

internal sealed class JsEvaluationException(string message, Exception innerException) : Exception(message, innerException);
