namespace Aggregator.Topics;

internal enum QuestionTokenKind
{
    Word,
    Phrase,
    Colon,
    AtLeast,
    Open,
    Close,
    Comma,
    End,
}
