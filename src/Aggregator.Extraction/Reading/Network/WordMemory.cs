using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>
/// What the network makes of a word by itself, kept for the words met lately: a text's words are mostly of the same few thousand. Forgetting
/// costs time and changes nothing. Not safe for two threads at once.
/// </summary>
internal sealed class WordMemory
{
    /// <summary>Words kept; some 1.4 KB each.</summary>
    private const int SlotCount = 8192;

    /// <summary>The longest word kept, in UTF-16 units.</summary>
    private const int FormLengthMax = 24;

    private readonly TagDictionary _dictionary;
    private readonly Encoder _encoder;
    private readonly char[] _forms = new char[SlotCount * FormLengthMax];
    private readonly Slot[] _slots = new Slot[SlotCount];

    /// <summary>Of each two slots that a word may stand in, which one's word was met again; the other one's is forgotten first.</summary>
    private readonly byte[] _kept = new byte[SlotCount / 2];
    private readonly WordTraits[] _newTraits = new WordTraits[Reader.SentenceTokensMax];
    private readonly int[] _newSlots = new int[Reader.SentenceTokensMax];

    // Behind the slots that are kept there is one for each word of a sentence that finds its own taken by another word of the sentence.
    private readonly short[] _rows = new short[(SlotCount + Reader.SentenceTokensMax) * NetworkShape.Width];
    private readonly int[] _shares = new int[(SlotCount + Reader.SentenceTokensMax) * Encoder.ShareColumns];
    private int _sentence;
    private int _newCount;
    private int _spareCount;

    internal WordMemory(TagDictionary dictionary, Encoder encoder) => (_dictionary, _encoder) = (dictionary, encoder);

    /// <summary>Begins a sentence; the slots of the last one are no longer held.</summary>
    internal void StartSentence()
    {
        (_newCount, _spareCount) = (0, 0);
        if (++_sentence != int.MaxValue) return;
        foreach (ref var slot in _slots.AsSpan()) slot.UsedIn = 0;
        _sentence = 1;
    }

    /// <summary>The slot of one of the sentence's words, of which there are at most <see cref="Reader.SentenceTokensMax"/>.</summary>
    internal int SlotOf(ReadOnlySpan<char> form)
    {
        if (form.Length > FormLengthMax) return Take(form, SlotCount + _spareCount++);
        var hash = WordHash.Of(form);
        var pair = (int)(hash & ((SlotCount / 2) - 1));
        var slot = (2 * pair) + _kept[pair];
        if (!Holds(slot, hash, form))
        {
            slot ^= 1;
            if (Holds(slot, hash, form)) _kept[pair] ^= 1;
            else if (_slots[slot].UsedIn != _sentence || _slots[slot ^= 1].UsedIn != _sentence) Put(form, hash, slot);
            else return Take(form, SlotCount + _spareCount++);
        }
        _slots[slot].UsedIn = _sentence;
        return slot;
    }

    /// <summary>Works out what was not known of the sentence's words, all at once.</summary>
    internal void Learn(NetworkRoom room) => _encoder.Learn(_newTraits.AsSpan(0, _newCount), _newSlots, room, _rows, _shares);

    /// <summary>The sum of a word's rows.</summary>
    internal ref short RowOf(int slot) => ref _rows[slot * NetworkShape.Width];

    /// <summary>What a word gives the first layer for the word behind it, for itself and for the word before it.</summary>
    internal ref int SharesOf(int slot) => ref _shares[slot * Encoder.ShareColumns];

    private bool Holds(int slot, uint hash, ReadOnlySpan<char> form) =>
        _slots[slot].Hash == hash && form.SequenceEqual(_forms.AsSpan(slot * FormLengthMax, _slots[slot].Length));

    private void Put(ReadOnlySpan<char> form, uint hash, int slot)
    {
        Take(form, slot);
        form.CopyTo(_forms.AsSpan(slot * FormLengthMax));
        (_slots[slot].Hash, _slots[slot].Length) = (hash, form.Length);
    }

    private int Take(ReadOnlySpan<char> form, int slot)
    {
        ref var traits = ref _newTraits[_newCount];
        traits = WordTraits.Of(form);
        _dictionary.LookUp(ref traits);
        _newSlots[_newCount++] = slot;
        return slot;
    }

    /// <summary>A word that is kept.</summary>
    private struct Slot
    {
        internal uint Hash;
        internal int Length;

        /// <summary>The sentence it was met in last.</summary>
        internal int UsedIn;
    }
}
