"""How laws, schemes and standards are called where there is little room, and how the rows of their sheet are."""

from sil.records.policy import Policy
from sil.views.frame import Frame, joined, plain_text, words
from sil.views.model import Inline


def short_name(frame: Frame, policy: Policy) -> Inline:
    """Return the short name of a law where the reader's language has one, else the name by which the reader knows it."""
    short = next((one.text for one in policy.names if one.kind == "short" and one.lang == frame.lang), "")
    return words(short, "muted") if short else frame.name(policy.id, "muted")


def whole_name(frame: Frame, policy: Policy) -> Inline:
    """Return the name of a law; in brackets its short name, where it has one, and that it is our translation."""
    name, short = frame.name(policy.id), short_name(frame, policy)
    translated = any(one.kind == "translation" and one.text == plain_text(name) for one in policy.names)
    remarks = (
        short if plain_text(short) != plain_text(name) else (),
        frame.choice("translation", "muted") if translated else (),
    )
    return (*name, *frame.bracketed(joined(remarks, frame.semicolon), "muted"))


def law_row(frame: Frame, key: str) -> str:
    """Return the name of a row of laws; a row that model sheets have too may be called otherwise here."""
    own = f"row.law.{key}"
    return frame.label(own if frame.label.has(own) else f"row.{key}")
