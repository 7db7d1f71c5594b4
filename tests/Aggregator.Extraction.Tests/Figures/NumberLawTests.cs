using Aggregator.Extraction.Reading;
using CsCheck;
using Xunit;

namespace Aggregator.Extraction.Figures;

public sealed class NumberLawTests
{
    private static readonly string[] s_small =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").Split(' ');

    private static readonly string[] s_tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] s_pieces =
        "12| |-|,|.|twenty|hundred|of|to|between|and|a|dozen|at least|%|$|½|𝟙|no|one|million|\n|k|years".Split('|');

    [Fact]
    public void Read_NumberWrittenOut_IsReadBack() =>
        Gen.Int[1, 999_999_999].Sample(n => NumberGrammarTests.Describe($"{InWords(n)} sailors") == $"{n}..{n} Exact", seed: "0000KeYb6n41", iter: 2_000);

    [Fact]
    public void Read_NumberWithSeparators_IsReadBack() =>
        Gen.Int[1, 999_999_999].Sample(
            n => NumberGrammarTests.Describe(FormattableString.Invariant($"{n:N0} sailors")) == $"{n}..{n} Exact", seed: "0000KeYb6n42", iter: 2_000);

    [Fact]
    public void Read_AnyText_KeepsItsNumbersInOrderAndInside() =>
        Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i])
            .List[0, 40].Sample(pieces =>
            {
                var text = string.Concat(pieces);
                using var read = new Reader().Read(text);
                for (var i = 0; i < read.Count; i++)
                {
                    using var atoms = Atoms.Of(read[i]);
                    var numbers = new List<NumberExpression>();
                    NumberGrammar.Read(atoms, numbers);
                    var behind = 0;
                    foreach (var number in numbers)
                    {
                        if (number.First < behind || number.Core < number.First || number.Last < number.Core || number.Last >= atoms.Count) return false;
                        if (atoms.Span(number.First, number.Last) is var span && (span.Start < 0 || span.End > text.Length)) return false;
                        behind = number.Last + 1;
                    }
                }
                return true;
            }, seed: "0000KeYb6n43", iter: 5_000);

    private static string InWords(int n) => n switch
    {
        < 20 => s_small[n],
        < 100 => s_tens[n / 10] + (n % 10 == 0 ? "" : "-" + s_small[n % 10]),
        < 1_000 => s_small[n / 100] + " hundred" + (n % 100 == 0 ? "" : " and " + InWords(n % 100)),
        < 1_000_000 => InWords(n / 1_000) + " thousand" + (n % 1_000 == 0 ? "" : " " + InWords(n % 1_000)),
        _ => InWords(n / 1_000_000) + " million" + (n % 1_000_000 == 0 ? "" : " " + InWords(n % 1_000_000)),
    };
}
