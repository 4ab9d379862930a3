"""What a caller may ask of a renderer; the caller has read the environment, a renderer never does."""

from sil.light import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Wishes that change the form of the output, never its facts."""

    width: int = 80
    """Terminal cells a line may take."""
    colour: bool = False
    """Whether the terminal form carries colour."""
    lang: str = "en"
    """Language of the reader, where the page does not name its own."""
    bom: bool = False
    """Whether csv and tsv begin with a byte order mark, which Excel needs to read UTF-8."""
    today: str = ""
    """Day of the run (ISO), for what a file says of its making."""
