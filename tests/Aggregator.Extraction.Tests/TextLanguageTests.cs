using Aggregator.Intake;
using Xunit;

namespace Aggregator.Extraction;

public sealed class TextLanguageTests
{
    private const string English = "The minister said on Tuesday that two bridges near the lake had been closed after the storm, and that they would not be opened before the spring.";

    [Theory]
    [InlineData("en", English)]
    [InlineData("fr", "Le ministre a déclaré mardi que deux ponts près du lac ont été fermés après la tempête et qu'ils ne seront pas ouverts avant le printemps, selon les autorités de la région.")]
    [InlineData("es", "El ministro dijo el martes que dos puentes cerca del lago fueron cerrados después de la tormenta y que no se abrirán antes de la primavera, según las autoridades de la región.")]
    [InlineData("pt", "O ministro disse na terça-feira que duas pontes perto do lago foram fechadas depois da tempestade e que não serão abertas antes da primavera, segundo as autoridades da região.")]
    [InlineData("de", "Der Minister sagte am Dienstag, dass zwei Brücken in der Nähe des Sees nach dem Sturm geschlossen worden sind und dass sie nicht vor dem Frühjahr geöffnet werden.")]
    [InlineData("it", "Il ministro ha detto martedì che due ponti vicino al lago sono stati chiusi dopo la tempesta e che non saranno aperti prima della primavera, secondo le autorità della regione.")]
    [InlineData("tr", "Bakan salı günü yaptığı açıklamada göl kıyısındaki iki köprünün fırtınadan sonra kapatıldığını ve bahardan önce açılmayacağını söyledi, bu kararın çok sayıda sürücü için zor olduğu da belirtildi ve daha sonra yeni bir açıklama yapılacak.")]
    [InlineData("ru", "Министр сообщил во вторник, что два моста у озера закрыты после бури и не будут открыты до весны.")]
    [InlineData("uk", "Міністр повідомив у вівторок, що два мости біля озера закриті після бурі і не будуть відкриті до весни.")]
    [InlineData("ar", "قال الوزير يوم الثلاثاء إن جسرين قرب البحيرة أغلقا بعد العاصفة ولن يفتحا قبل الربيع.")]
    [InlineData("zh", "部长星期二表示，湖边的两座桥梁在暴风雨之后已经关闭，春天之前不会重新开放。当局正在检查其他桥梁的安全情况，并将在下周公布结果。")]
    public void Of_AText_IsItsLanguage(string code, string text) => Assert.Equal(code, TextLanguage.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("Zwei Brücken geschlossen")]
    [InlineData("1,204 3.5 77% — 19:00")]
    [InlineData("Results: Berg 3, Dahl 1; Oduya 2, Ruiz 2; Haddad 0, Kim 4")]
    public void Of_TooLittleToTell_IsEnglish(string text) => Assert.Equal(TextLanguage.English, TextLanguage.Of(text));

    [Fact]
    public void Of_EnglishWithAForeignQuotation_IsEnglish() =>
        Assert.Equal(TextLanguage.English, TextLanguage.Of(English + " “El ministro no ha dicho nada de la tormenta,” a driver complained."));

    [Fact]
    public void Extract_OtherLanguage_GivesNoReport()
    {
        var document = new Document
        {
            Article = ArticleId.Parse("a-1"), Revision = 1, Published = new DateOnly(2026, 3, 5), Outlet = "Reed", Title = "12 muertos",
            Text = "El ministro dijo el martes que una explosión en el puerto mató a 12 personas y que otras 30 fueron heridas. Killed 12 people. Según las autoridades, la policía no ha detenido a nadie por el momento.",
        };
        Assert.Empty(Extractor.Load().Extract(document, TestContext.Current.CancellationToken));
    }
}
