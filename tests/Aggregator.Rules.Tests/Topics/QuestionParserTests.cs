using Xunit;

namespace Aggregator.Topics;

public class QuestionParserTests
{
    [Theory]
    [InlineData("kind:call")]
    [InlineData("kind:(call or meeting) and party:RUS")]
    [InlineData("kind:(call, meeting) party:RUS")]
    [InlineData("not (kind:attack or status:denied) and voices>=2")]
    [InlineData("party:IGO:UN and actor:(IGO:NATO or \"Elena Ruiz\")")]
    [InlineData("“border talks” or ceasefire")]
    [InlineData("OUTLET:\"Daily Example\" AND Kind:Casualties")]
    public void Parse_GoodQuestion_IsRead(string text)
    {
        Assert.NotNull(QuestionParser.Parse(text, out var error));
        Assert.Null(error);
    }

    [Theory]
    [InlineData("", 0, 0, "A condition is missing")]
    [InlineData("kind:call and", 13, 0, "A condition is missing")]
    [InlineData("kind:calls", 5, 5, "There is no kind 'calls'")]
    [InlineData("colour:red", 0, 6, "There is no field 'colour'")]
    [InlineData("status:maybe", 7, 5, "There is no status 'maybe'")]
    [InlineData("voices>=0", 8, 1, "A whole number from 1")]
    [InlineData("votes>=2", 0, 5, "There is no number 'votes'")]
    [InlineData("voices>2", 6, 1, "A minimum is written '>='")]
    [InlineData("(kind:call", 10, 0, "A ')' must stand here, to close the '(' at 0")]
    [InlineData("kind:call)", 9, 1, "Nothing opens this parenthesis")]
    [InlineData("or kind:call", 0, 2, "A condition must stand before 'or'")]
    [InlineData("kind:", 5, 0, "A value for 'kind' is missing")]
    [InlineData("\"border talks", 0, 13, "The quotation is not closed")]
    [InlineData("word:\"...\"", 5, 5, "A value needs a letter")]
    [InlineData("0:call", 0, 1, "There is no field '0'")]
    public void Parse_BadQuestion_IsRefusedWithThePlace(string text, int offset, int length, string message)
    {
        Assert.Null(QuestionParser.Parse(text, out var error));
        Assert.NotNull(error);
        Assert.Equal((offset, length), (error.Offset, error.Length));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AndOrNot_BindInThatOrder()
    {
        var question = Assert.IsType<Question.Any>(QuestionParser.Parse("kind:call or not kind:meeting and party:RUS", out _));
        var all = Assert.IsType<Question.All>(question.Parts[1]);
        Assert.IsType<Question.Without>(all.Parts[0]);
    }

    [Fact]
    public void Parse_TooManyConditions_IsRefused()
    {
        Assert.Null(QuestionParser.Parse(string.Join(" or ", Enumerable.Repeat("kind:call", 201)), out var error));
        Assert.Contains("200 conditions at most", error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('n')]
    public void Parse_TooDeep_IsRefusedAndNotOverflown(char nesting)
    {
        var text = nesting == '(' ? new string('(', 3_000) + "kind:call" + new string(')', 3_000) : string.Concat(Enumerable.Repeat("not ", 1_000)) + "kind:call";
        Assert.Null(QuestionParser.Parse(text, out var error));
        Assert.Contains("deep at most", error!.Message, StringComparison.Ordinal);
    }
}
