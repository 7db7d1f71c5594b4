namespace Aggregator.Extraction.Frames;

/// <summary>A document's quotations and who speaks in each. Marks are paired within a paragraph; a quotation left open ends with it.</summary>
internal sealed class Quotations
{
    private const int QuotationLengthMin = 20;
    private readonly List<(int Start, int End, Attribution? Speaker)> _quotations = [];

    /// <summary>Finds the quotations of a text, without their speakers.</summary>
    public Quotations(string text)
    {
        var open = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var mark = at < text.Length ? text[at] : '\n';
            if (open >= 0 && (mark is '"' or '”' or '\n'))
            {
                if (at - open > QuotationLengthMin) _quotations.Add((open, at, null));
                open = -1;
            }
            else if (mark is '"' or '“') open = at;
        }
    }

    /// <summary>Whether a place in the text lies in a quotation.</summary>
    public bool Holds(int offset) => Find(offset) >= 0;

    /// <summary>Who speaks at a place in the text; null outside quotations, or when nobody is named.</summary>
    public Attribution? SpeakerAt(int offset) => Find(offset) is var found and >= 0 ? _quotations[found].Speaker : null;

    /// <summary>Names the speaker of every quotation from the sentence that it begins or ends in, else the speaker before.</summary>
    public void Attribute(IReadOnlyList<SentenceView> sentences, ClaimantReader claimants)
    {
        var sentence = 0;
        for (var i = 0; i < _quotations.Count; i++)
        {
            var (start, end, _) = _quotations[i];
            while (sentence < sentences.Count && sentences[sentence].Sentence.Span.End <= start) sentence++;
            Attribution? speaker = null;
            for (var s = sentence; speaker is null && s < sentences.Count && sentences[s].Sentence.Start < end + 2; s++)
                speaker = claimants.ReadSpeaker(sentences[s], Holds);
            if (speaker is null && i > 0 && start - _quotations[i - 1].End < 200) speaker = _quotations[i - 1].Speaker;
            _quotations[i] = (start, end, speaker);
        }
    }

    private int Find(int offset)
    {
        int low = 0, high = _quotations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_quotations[middle].End > offset) high = middle;
            else low = middle + 1;
        }
        return low < _quotations.Count && _quotations[low].Start <= offset ? low : -1;
    }
}
