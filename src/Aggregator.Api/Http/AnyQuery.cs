namespace Aggregator.Http;

/// <summary>Endpoint metadata: the query is written by programs that a standard lets add parameters of their own; what is not known is left.</summary>
internal sealed record AnyQuery;
