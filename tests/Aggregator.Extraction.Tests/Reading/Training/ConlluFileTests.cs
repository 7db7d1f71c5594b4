using Xunit;

namespace Aggregator.Extraction.Reading.Training;

public sealed class ConlluFileTests
{
    [Fact]
    public void Read_MultiwordAndEmptyTokens_AreLeftOut()
    {
        const string File = """
            # newpar
            # text = Don't go.
            1-2	Don't	_	_	_	_	_	_	_	_
            1	Do	do	AUX	VB	_	3	aux	_	_
            2	n't	not	PART	RB	_	3	advmod	_	_
            3	go	go	VERB	VB	_	0	root	_	_
            3.1	home	home	ADV	RB	_	_	_	_	_
            4	.	.	PUNCT	.	_	3	punct	_	_

            """;
        var sentence = Assert.Single(ConlluFile.Read(new StringReader(File), "a"));
        Assert.Equal(["Do", "n't", "go", "."], sentence.Forms);
        Assert.Equal([2, 2, 4, 2], sentence.Heads);
        Assert.Equal((Upos.Aux, Penn.Vb), sentence.Tags[0]);
        Assert.Equal(Relation.Root, sentence.Relations[2]);
        Assert.True(sentence.BeginsParagraph);
        Assert.Equal("Don't go.", sentence.Text);
    }

    [Fact]
    public void Read_LineWithoutItsColumns_NamesFileAndLine()
    {
        var fault = Assert.Throws<FormatException>(() => ConlluFile.Read(new StringReader("# x\n1\ttoo\tfew\n"), "b.conllu").ToList());
        Assert.StartsWith("b.conllu:2", fault.Message, StringComparison.Ordinal);
    }
}
