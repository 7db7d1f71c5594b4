using Xunit;

namespace Aggregator.Intake;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One  <b>two</b>\n three.</p><p>Four.</p>", "One two three.\n\nFour.")]
    [InlineData("One<br>two<br/><br/>three", "One\ntwo\nthree")]
    [InlineData("<ul><li>a</li><li>b</li></ul>after", "a\nb\n\nafter")]
    [InlineData("<div><div>x</div></div><script>y()</script><style>z{}</style>w", "x\n\nw")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("R&amp;D &eacute;t&#233; &#8220;x&#8221;", "R&D été “x”")]
    [InlineData("First.\n\nSecond\nline.", "First.\n\nSecond line.")]
    [InlineData("<p>so\u00ADft\u200B</p>", "soft")]
    [InlineData("<p></p><p> </p>", "")]
    [InlineData("", "")]
    public void Plain_Html_KeepsParagraphs(string html, string wanted) => Assert.Equal(wanted, HtmlText.Plain(html));

    [Theory]
    [InlineData("Talks <em>resume</em>", "Talks resume")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("AT&T wins", "AT&T wins")]
    [InlineData("Q&amp;A", "Q&A")]
    [InlineData(" a\n b ", "a b")]
    [InlineData("the <blink> tag", "the <blink> tag")]
    public void Line_Title_LosesMarkupOnly(string title, string wanted) => Assert.Equal(wanted, HtmlText.Line(title));
}
