using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Intake;

/// <summary>Reads time zones as feeds write them. An unknown one is UTC, as RFC 2822 wants it.</summary>
internal static partial class FeedZone
{
    private static readonly FrozenDictionary<string, double> HoursByName = new Dictionary<string, double>
    {
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["ET"] = -5, ["CT"] = -6, ["MT"] = -7, ["PT"] = -8, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["AST"] = -4, ["ADT"] = -3,
        ["NST"] = -3.5, ["BRT"] = -3, ["ART"] = -3, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["CET"] = 1, ["CEST"] = 2, ["MEZ"] = 1,
        ["MESZ"] = 2, ["MET"] = 1, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["SAST"] = 2, ["EAT"] = 3, ["TRT"] = 3, ["GST"] = 4,
        ["PKT"] = 5, ["IST"] = 5.5, ["NPT"] = 5.75, ["ICT"] = 7, ["WIB"] = 7, ["HKT"] = 8, ["SGT"] = 8, ["AWST"] = 8, ["JST"] = 9,
        ["KST"] = 9, ["ACST"] = 9.5, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone's distance from UTC.</summary>
    internal static TimeSpan Read(string text) => Find(text);

    /// <summary>The first zone in a text that follows a time: an offset ("+0200", "GMT+2", "-05:00"), else a name.</summary>
    internal static TimeSpan Find(ReadOnlySpan<char> text)
    {
        var after = text.ToString();
        var offset = Offset().Match(after);
        if (offset.Success)
        {
            var hours = int.Parse(offset.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
            var minutes = offset.Groups["minutes"].Success ? int.Parse(offset.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            if (hours > 15 || minutes > 59) return TimeSpan.Zero;
            var distance = new TimeSpan(hours, minutes, 0);
            return offset.Groups["sign"].ValueSpan is "+" ? distance : -distance;
        }
        foreach (var word in Words().EnumerateMatches(after))
        {
            if (HoursByName.TryGetValue(after.Substring(word.Index, word.Length), out var known)) return TimeSpan.FromHours(known);
        }
        return TimeSpan.Zero;
    }

    [GeneratedRegex(@"(?<sign>[+\-\u2212])\s?(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?!\d)")]
    private static partial Regex Offset();

    [GeneratedRegex("[A-Za-z]{2,5}")]
    private static partial Regex Words();
}
