using System.Collections.Immutable;
using System.Globalization;

namespace Aggregator.Topics;

/// <summary>
/// Reads the question language: <c>kind:(call or meeting) and party:RUS and not outlet:"Daily Example" and voices>=2</c>.
/// Conditions are <c>field:value</c>, <c>field:(value or value)</c>, <c>number>=n</c>, a word, or a "quoted phrase"; they are combined with
/// <c>and</c> (also implied between neighbours), <c>or</c>, <c>not</c> and parentheses; <c>not</c> binds closest, <c>or</c> loosest.
/// </summary>
public sealed class QuestionParser
{
    private const int ConditionCountMax = 200;
    private const int DepthMax = 20;

    private readonly List<QuestionToken> _tokens;
    private int _at;
    private int _conditionCount;
    private QuestionError? _error;

    private QuestionParser(List<QuestionToken> tokens) => _tokens = tokens;

    private QuestionToken Here => _tokens[_at];

    /// <summary>Reads a question; null, with the error, when it is not one.</summary>
    /// <param name="text">The question; at most 200 conditions, parentheses at most 20 deep.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    public static Question? Parse(string text, out QuestionError? error)
    {
        var tokens = QuestionLexer.Cut(text, out error);
        if (tokens is null) return null;
        var parser = new QuestionParser(tokens);
        var question = parser.ReadAny(0);
        if (question is not null && parser.Here.Kind != QuestionTokenKind.End)
            question = parser.Fail(parser.Here, "Nothing opens this parenthesis, or an 'and' or 'or' is missing before it.");
        error = parser._error;
        return question;
    }

    private Question? ReadAny(int depth)
    {
        if (depth > DepthMax) return Fail(Here, $"Parentheses may be {DepthMax} deep at most.");
        var parts = ImmutableArray.CreateBuilder<Question>();
        do
        {
            if (ReadAll(depth) is not { } part) return null;
            parts.Add(part);
        }
        while (Take("or"));
        return parts.Count == 1 ? parts[0] : new Question.Any(parts.ToImmutable());
    }

    private Question? ReadAll(int depth)
    {
        var parts = ImmutableArray.CreateBuilder<Question>();
        do
        {
            if (ReadNot(depth) is not { } part) return null;
            parts.Add(part);
        }
        while (Take("and") || StartsCondition(Here));
        return parts.Count == 1 ? parts[0] : new Question.All(parts.ToImmutable());
    }

    private Question? ReadNot(int depth)
    {
        if (!Take("not")) return ReadCondition(depth);
        if (depth > DepthMax) return Fail(Here, $"Negations may be {DepthMax} deep at most.");
        return ReadNot(depth + 1) is { } part ? new Question.Without(part) : null;
    }

    private Question? ReadCondition(int depth)
    {
        var token = Here;
        if (++_conditionCount > ConditionCountMax) return Fail(token, $"A question has {ConditionCountMax} conditions at most.");
        switch (token.Kind)
        {
            case QuestionTokenKind.Open:
                _at++;
                var inner = ReadAny(depth + 1);
                return inner is null || TakeClose(token) ? inner : null;
            case QuestionTokenKind.Phrase:
                _at++;
                return Has(QuestionField.Word, token);
            case QuestionTokenKind.Word when token.IsKeyword("and") || token.IsKeyword("or"):
                return Fail(token, $"A condition must stand before '{token.Text}'.");
            case QuestionTokenKind.Word:
                _at++;
                return Here.Kind switch
                {
                    QuestionTokenKind.Colon => ReadField(token),
                    QuestionTokenKind.AtLeast => ReadNumber(token),
                    _ => Has(QuestionField.Word, token),
                };
            case QuestionTokenKind.End:
                return Fail(token, "A condition is missing here, such as kind:call, party:RUS or a word.");
            default:
                return Fail(token, "A condition must stand here, such as kind:call, party:RUS or a word.");
        }
    }

    private Question? ReadField(QuestionToken name)
    {
        _at++;
        if (!Enum.TryParse<QuestionField>(name.Text, ignoreCase: true, out var field) || char.IsAsciiDigit(name.Text[0]))
            return Fail(name, $"There is no field '{name.Text}'. Fields: {string.Join(", ", Enum.GetNames<QuestionField>()).ToLowerInvariant()}.");
        if (Here.Kind != QuestionTokenKind.Open) return ReadValue(field);
        var open = Here;
        _at++;
        var values = ImmutableArray.CreateBuilder<Question>();
        do
        {
            if (++_conditionCount > ConditionCountMax) return Fail(Here, $"A question has {ConditionCountMax} conditions at most.");
            if (ReadValue(field) is not { } value) return null;
            values.Add(value);
        }
        while (Take("or") || TakeComma());
        if (!TakeClose(open)) return null;
        return values.Count == 1 ? values[0] : new Question.Any(values.ToImmutable());
    }

    private Question? ReadValue(QuestionField field)
    {
        var token = Here;
        if (token.Kind is not (QuestionTokenKind.Word or QuestionTokenKind.Phrase))
            return Fail(token, $"A value for '{field.ToString().ToLowerInvariant()}' is missing here.");
        _at++;
        return Has(field, token);
    }

    private Question? ReadNumber(QuestionToken name)
    {
        _at++;
        if (!Enum.TryParse<QuestionNumber>(name.Text, ignoreCase: true, out var number) || char.IsAsciiDigit(name.Text[0]))
            return Fail(name, $"There is no number '{name.Text}'. Numbers: {string.Join(", ", Enum.GetNames<QuestionNumber>()).ToLowerInvariant()}.");
        var token = Here;
        if (!int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 1_000)
            return Fail(token, "A whole number from 1 to 1,000 must follow '>='.");
        _at++;
        return new Question.AtLeast(number, count);
    }

    private Question? Has(QuestionField field, QuestionToken token) =>
        QuestionTerms.TryRead(field, token.Text, out var value, out var problem) ? new Question.Has(field, value) : Fail(token, problem);

    private static bool StartsCondition(QuestionToken token) =>
        token.Kind is QuestionTokenKind.Phrase or QuestionTokenKind.Open
        || (token.Kind == QuestionTokenKind.Word && !token.IsKeyword("or") && !token.IsKeyword("and"));

    private bool Take(string keyword)
    {
        if (!Here.IsKeyword(keyword)) return false;
        _at++;
        return true;
    }

    private bool TakeComma()
    {
        if (Here.Kind != QuestionTokenKind.Comma) return false;
        _at++;
        return true;
    }

    private bool TakeClose(QuestionToken open)
    {
        if (Here.Kind != QuestionTokenKind.Close)
        {
            Fail(Here, $"A ')' must stand here, to close the '(' at {open.Offset}.");
            return false;
        }
        _at++;
        return true;
    }

    private Question? Fail(QuestionToken token, string message)
    {
        _error ??= new QuestionError(token.Offset, token.Length, message);
        return null;
    }
}
