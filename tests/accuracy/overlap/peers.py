"""Other programs that find shared text, asked the same questions.

They are optional: `pip install text-matcher alcove-dux copydetect quid`. Each gives pairs of character spans;
as a scorer of a pair each gives the share of the shorter text inside its spans. text-matcher runs with its
stop words kept, since NLTK's list is a download; copydetect does not say which spans belong together, so
those of nearly the same words are paired here.
"""

import contextlib
import difflib
import importlib
import io
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz

from tests.accuracy.overlap.plagdet import Case

Finder = Callable[[str, str], list[Case]]
_ALIKE = 85
_KGRAM = 25
_DIFFLIB_LEAST = 15


def finders() -> dict[str, Finder | str]:
    """The peers by name; in place of one that cannot be used stands the reason."""
    known: dict[str, tuple[str, Finder]] = {
        "text-matcher": ("text_matcher.matcher", text_matcher),
        "alcove-dux": ("alcove_dux", alcove_dux),
        "copydetect": ("copydetect", copydetect),
        "quid": ("quid.core.Quid", quid),
    }
    found: dict[str, Finder | str] = {"difflib": by_difflib}
    for name, (module, finder) in known.items():
        try:
            importlib.import_module(module)
        except ImportError as error:
            found[name] = f"not installed ({error})"
        else:
            found[name] = finder
    return found


def coverage(finder: Finder, a: str, b: str) -> float:
    """The share of the shorter text that the finder's spans cover."""
    side = 0 if len(a) <= len(b) else 2
    inside: set[int] = set()
    for case in finder(a, b):
        inside.update(range(case[side], case[side + 1]))
    return len(inside) / max(1, min(len(a), len(b)))


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield


def by_difflib(a: str, b: str) -> list[Case]:
    """Matching blocks of `difflib.SequenceMatcher` of at least 15 characters."""
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(m.a, m.a + m.size, m.b, m.b + m.size) for m in blocks if m.size >= _DIFFLIB_LEAST]


def text_matcher(a: str, b: str) -> list[Case]:
    """text-matcher with its default threshold."""
    from text_matcher.matcher import Matcher, Text

    with _quiet():
        texts = [Text(text, label, removeStopwords=False) for text, label in ((a, "a"), (b, "b"))]
        if any(len(text.tokens) < 3 for text in texts):
            return []
        try:
            _, left, right = Matcher(*texts, removeStopwords=False).match()
        except (IndexError, RecursionError):
            # Version 0.1.6 reads before the start of a text when it extends a match there.
            return []
    return [(*x, *y) for x, y in zip(left, right, strict=True)]


def alcove_dux(a: str, b: str) -> list[Case]:
    """alcove-dux's lexical baseline."""
    from alcove_dux import compare_texts

    return [(m.suspicious_start, m.suspicious_end, m.source_start, m.source_end) for m in compare_texts(a, b)]


def quid(a: str, b: str) -> list[Case]:
    """Quid with its defaults."""
    from quid.core.Quid import Quid

    with _quiet():
        matches = Quid().compare(a, b)
    return [(m.source_span.start, m.source_span.end, m.target_span.start, m.target_span.end) for m in matches]


def copydetect(a: str, b: str) -> list[Case]:
    """copydetect's k-gram fingerprints over characters, its spans paired by likeness."""
    from copydetect import CodeFingerprint, compare_files

    if min(len(a), len(b)) <= _KGRAM:
        return []
    prints = [
        CodeFingerprint(f"{name}.txt", _KGRAM, 1, filter=False, fp=io.StringIO(text))
        for name, text in (("a", a), ("b", b))
    ]
    _, _, (left, right) = compare_files(*prints)
    if not len(left) or not len(right):
        return []
    spans_a, spans_b = ([(int(s), int(e)) for s, e in zip(*side, strict=True)] for side in (left, right))
    return [(*x, *y) for x in spans_a for y in spans_b if fuzz.partial_ratio(a[slice(*x)], b[slice(*y)]) >= _ALIKE]
