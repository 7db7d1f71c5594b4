using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Aggregator.Http;

/// <summary>A parameter of the query that an endpoint knows. It is endpoint metadata: the rule of parameters checks it, the OpenAPI document shows it.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, one sentence.</param>
internal abstract class QueryParameter(string name, string description)
{
    internal string Name => name;

    internal string Description => description;

    /// <summary>What values it has, after the words "must be".</summary>
    internal abstract string Form { get; }

    /// <summary>What the OpenAPI document says of its values.</summary>
    internal abstract OpenApiSchema Schema { get; }

    /// <summary>True when the text is one of its values.</summary>
    internal abstract bool IsValid(string text);
}

/// <summary>Reads a value from a query's text.</summary>
internal delegate bool QueryReader<T>(string text, out T value);

/// <summary>A parameter with values of a type.</summary>
internal sealed class QueryParameter<T>(string name, string description, string form, QueryReader<T> read, OpenApiSchema schema) : QueryParameter(name, description)
{
    /// <inheritdoc/>
    internal override string Form => form;

    /// <inheritdoc/>
    internal override OpenApiSchema Schema => schema;

    /// <inheritdoc/>
    internal override bool IsValid(string text) => read(text, out _);

    /// <summary>The request's value, checked before; false when it gives none.</summary>
    internal bool TryRead(HttpRequest request, [MaybeNullWhen(false)] out T value)
    {
        value = default!;
        return request.Query.TryGetValue(Name, out var texts) && texts is [{ } text] && read(text, out value);
    }

    /// <summary>The request's value, or another where it gives none.</summary>
    internal T Read(HttpRequest request, T absent) => TryRead(request, out var value) ? value : absent;
}
