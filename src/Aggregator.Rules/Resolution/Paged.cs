namespace Aggregator.Resolution;

/// <summary>
/// An array that is never changed: a changed copy shares all pages but those with changed places. Where most places are read and few written, that is
/// a fraction of what a tree costs, in time and in memory.
/// </summary>
/// <typeparam name="T">What stands at a place; places not yet written have its default.</typeparam>
internal sealed class Paged<T>
{
    private const int PageBits = 7;
    private const int PageCount = 1 << PageBits;

    internal static readonly Paged<T> Empty = new([]);

    private readonly T[][] _pages;

    private Paged(T[][] pages) => _pages = pages;

    /// <summary>A copy in the making. Not safe for use by several threads at once.</summary>
    internal Draft ToDraft() => new(_pages);

    /// <summary>A copy in the making: a page is copied when it is first written.</summary>
    internal sealed class Draft(T[][] pages)
    {
        private readonly HashSet<int> _owned = [];
        private T[][] _pages = pages;
        private bool _isShared = true;

        /// <summary>What stands at a place, 0 or above.</summary>
        internal T? this[int at]
        {
            get => at >> PageBits < _pages.Length ? _pages[at >> PageBits][at & (PageCount - 1)] : default;
            set => Own(at >> PageBits)[at & (PageCount - 1)] = value!;
        }

        /// <summary>The array; what is written afterwards is in none made before.</summary>
        internal Paged<T> ToPaged()
        {
            _owned.Clear();
            _isShared = true;
            return new Paged<T>(_pages);
        }

        private T[] Own(int page)
        {
            if (_isShared || page >= _pages.Length)
            {
                var pages = new T[Math.Max(_pages.Length, page + 1)][];
                _pages.CopyTo(pages, 0);
                for (var added = _pages.Length; added < pages.Length; added++)
                {
                    pages[added] = new T[PageCount];
                    _owned.Add(added);
                }
                (_pages, _isShared) = (pages, false);
            }
            if (_owned.Add(page)) _pages[page] = [.. _pages[page]];
            return _pages[page];
        }
    }
}
