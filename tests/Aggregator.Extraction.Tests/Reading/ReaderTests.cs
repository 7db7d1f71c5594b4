using CsCheck;
using Xunit;

namespace Aggregator.Extraction.Reading;

public sealed class ReaderTests
{
    private static readonly Reader s_reader = new();

    [Theory]
    [InlineData("Soldiers killed three farmers.", "killed", "Soldiers:nsubj farmers:obj")]
    [InlineData("Three farmers were killed by soldiers.", "killed", "farmers:nsubj:pass were:aux:pass soldiers:obl:agent")]
    [InlineData("The president arrived in Oslo with his wife.", "arrived", "president:nsubj Oslo:obl wife:obl")]
    [InlineData("The minister said that the talks had failed.", "said", "minister:nsubj failed:ccomp")]
    [InlineData("The army denied the report.", "denied", "army:nsubj report:obj")]
    [InlineData("The old bridges collapsed after the storm.", "collapsed", "bridges:nsubj storm:obl")]
    [InlineData("The president will visit Kenya.", "visit", "president:nsubj will:aux Kenya:obj")]
    [InlineData("The rebels did not attack the town.", "attack", "rebels:nsubj did:aux not:advmod town:obj")]
    public void Read_PlainSentence_FindsThePredicatesArguments(string text, string predicate, string dependents)
    {
        using var read = s_reader.Read(text);
        var sentence = read[0];
        var at = IndexOf(sentence, predicate);
        var found = new List<string>();
        foreach (var child in sentence.Children(at))
            if (sentence[child].Relation != Relation.Punct) found.Add($"{sentence.Form(child)}:{sentence[child].Relation.Name()}");
        Assert.Equal(dependents, string.Join(' ', found));
        Assert.Equal(-1, sentence[at].Head);
    }

    [Fact]
    public void Read_TwoSentences_TagsAndLemmasFit()
    {
        using var read = s_reader.Read("He struck a deal. Workers' strikes ended.");
        Assert.Equal(2, read.Count);
        Assert.Equal(Upos.Verb, read[0][1].Tag);
        Assert.Equal(Penn.Vbd, read[0][1].Penn);
        Assert.Equal("strike", read[0].Lemma(1));
        Assert.Equal(Upos.Noun, read[1][2].Tag);
        Assert.Equal("strike", read[1].Lemma(2));
    }

    [Fact]
    public void Read_Unit_IsOneArgument()
    {
        const string Text = "The Foreign Ministry of Ostland condemned the raid.";
        using var read = s_reader.Read(Text, [new Unit(new TextSpan(4, 27))]);
        var verb = IndexOf(read[0], "condemned");
        var subject = read[0].Child(verb, Relation.Nsubj);
        Assert.Equal("Foreign Ministry of Ostland", read[0].Form(subject));
        Assert.Equal("foreign ministry of ostland", read[0].Lemma(subject));
        Assert.Equal(Upos.Propn, read[0][subject].Tag);
    }

    [Fact]
    public void Read_SentenceThatIsNotWanted_HasTagsAndNoTree()
    {
        using var read = s_reader.Read("Rain fell. They left.", [], sentence => sentence.Lemma(1) is "leave");
        Assert.False(read[0].IsParsed);
        Assert.Equal(Upos.Verb, read[0][1].Tag);
        Assert.True(read[1].IsParsed);
        Assert.Equal(1, read[1].Root);
    }

    [Fact]
    public void Read_WordInSmallLetters_IsNoName()
    {
        using var read = s_reader.Read("Turkey's shelling of Kurdish villages drew protests from Iraq.");
        var drew = IndexOf(read[0], "drew");
        Assert.Equal((Upos.Verb, Penn.Vbd), (read[0][drew].Tag, read[0][drew].Penn));
        Assert.Equal("draw", read[0].Lemma(drew));
    }

    [Fact]
    public void Read_GerundWithAnObject_IsAVerb()
    {
        using var read = s_reader.Read("President Trump signed an executive order imposing new sanctions on Venezuela. Togo began bombing Benin in March.");
        Assert.Equal("impose", read[0].Lemma(IndexOf(read[0], "imposing")));
        Assert.Equal(Relation.Xcomp, read[1][IndexOf(read[1], "bombing")].Relation);
        Assert.Equal("bomb", read[1].Lemma(IndexOf(read[1], "bombing")));
    }

    [Fact]
    public void SubtreeSpan_Subject_CoversItsModifiers()
    {
        const string Text = "The mayor of the old town resigned.";
        using var read = s_reader.Read(Text);
        var span = read[0].SubtreeSpan(IndexOf(read[0], "mayor"));
        Assert.Equal("The mayor of the old town", Text.Substring(span.Start, span.Length));
        Assert.True(read[0].DependsOn(IndexOf(read[0], "old"), IndexOf(read[0], "mayor")));
        Assert.False(read[0].DependsOn(IndexOf(read[0], "mayor"), IndexOf(read[0], "old")));
    }

    [Fact]
    public void Read_EmptyAndBlank_HaveNoSentence()
    {
        using var empty = s_reader.Read("");
        using var blank = s_reader.Read(" \n\t\u00A0\u200B ");
        Assert.Equal(0, empty.Count + blank.Count);
    }

    [Fact]
    public void Read_AnyText_IsATreeInEverySentence() =>
        Gen.OneOf(Gen.String[0, 60], Gen.OneOf(Gen.Const("said "), Gen.Const("the "), Gen.Const(", "), Gen.Const("\" "), Gen.Const("Oslo "), Gen.Const("and "))
            .Array[0, 230].Select(string.Concat)).Sample(AssertTrees, seed: "0000KpXcbz71", iter: 500);

    [Fact]
    public void Read_SameTextOnManyThreads_GivesTheSame()
    {
        const string Text = "The general said on Friday that his troops had left the city, which they took in May.";
        var expected = Heads(Text);
        Parallel.For(0, 64, _ => Assert.Equal(expected, Heads(Text)));
    }

    /// <summary>A reader keeps some thousand words, so that the text's have had to make room for others, in its own sentences too.</summary>
    [Fact]
    public void Read_AfterMoreWordsThanItKeeps_GivesTheSame()
    {
        const string Text = "The general said on Friday that his incomprehensibilitarianistic troops had left the city, which they took in May.";
        var reader = new Reader();
        var expected = Heads(Text, reader);
        for (var first = 0; first < 12_000; first += 150)
        {
            var others = string.Join(' ', Enumerable.Range(first, 150).Select(number => $"w{number}ed"));
            Assert.Equal(Heads(others, new Reader()), Heads(others, reader));
        }
        Assert.Equal(expected, Heads(Text, reader));
    }

    private static string Heads(string text, Reader? reader = null)
    {
        using var read = (reader ?? s_reader).Read(text);
        return string.Join(' ', read[0].Tokens.ToArray().Select(token => $"{token.Tag}{token.Head}{token.Relation}"));
    }

    private static void AssertTrees(string text)
    {
        using var read = s_reader.Read(text);
        for (var i = 0; i < read.Count; i++)
        {
            var sentence = read[i];
            var roots = 0;
            for (var at = 0; at < sentence.Count; at++)
            {
                if (sentence[at].Head < 0) roots++;
                Assert.Equal(sentence[at].Head < 0, sentence[at].Relation == Relation.Root);
                Assert.False(sentence.DependsOn(at, at));
            }
            Assert.Equal(1, roots);
        }
    }

    private static int IndexOf(Sentence sentence, string form)
    {
        for (var i = 0; i < sentence.Count; i++)
            if (sentence.Form(i).SequenceEqual(form)) return i;
        throw new ArgumentException($"No '{form}' in '{sentence.Text}'.", nameof(form));
    }
}
