"""Numbers as a reader of each language writes them; nothing is rounded away.

Large sums are shortened only when the short form says the same: JPY 12.128 billion, 12,128 ล้านเยน, 121億2,800万円.
"""

from sil.text.labels import Labels
from sil.text.tables import load

_MILLION, _BILLION = 10**6, 10**9
_MAN, _OKU, _CHOU = 10**4, 10**8, 10**12


def format_number(value: float, lang: str = "en") -> str:
    """Return a number with thousands separators; the three languages write them alike."""
    del lang
    whole = int(value)
    return f"{whole:,}" if value == whole else f"{value:,}"


def format_percent(value: float, lang: str = "en") -> str:
    """Return a percentage; `value` is in percent."""
    return f"{format_number(value, lang)}%"


def format_money(value: float, currency: str, lang: str) -> str:
    """Return a sum in its own currency, as it is written in a language."""
    sign, amount = ("-", -value) if value < 0 else ("", value)
    if lang == "ja":
        return f"{sign}{_in_man(amount)}{Labels(lang)(f'unit.{currency}')}"
    if lang == "th":
        millions = _exact(amount, _MILLION)
        scaled = f"{millions} ล้าน" if millions else f"{format_number(amount)} "
        return f"{sign}{scaled}{Labels(lang)(f'unit.{currency}')}"
    for size, word in ((_BILLION, "billion"), (_MILLION, "million")):
        scaled = _exact(amount, size)
        if scaled:
            return f"{sign}{currency.upper()} {scaled} {word}"
    return f"{sign}{currency.upper()} {format_number(amount)}"


def currency_of(country: str | None) -> str:
    """Return the currency of a country by its code; nothing where its money is none that is known here."""
    return next((str(currency) for currency, countries in load("currencies").items() if country in countries), "")


def _exact(amount: float, size: int) -> str:
    """Return an amount counted in `size` with at most three decimals; nothing when that would round it, or for less."""
    if amount < size or amount * 1000 % size:
        return ""
    return format_number(amount / size)


def _in_man(amount: float) -> str:
    """Return an amount by groups of four digits: 兆, 億, 万."""
    if amount != int(amount) or (amount < _OKU and amount % _MAN):
        return format_number(amount)
    rest = int(amount)
    groups = []
    for size, sign in ((_CHOU, "兆"), (_OKU, "億"), (_MAN, "万"), (1, "")):
        count, rest = divmod(rest, size)
        if count or not amount:
            groups.append(f"{count:,}{sign}")
    return "".join(groups) if amount else "0"
