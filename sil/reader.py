"""Who reads an answer: the languages it can be in, and the audiences it can be for."""

from sil.light import Literal

Lang = Literal["en", "th", "ja"]
LANGS: tuple[Lang, ...] = ("en", "th", "ja")

Audience = Literal["team", "partners", "public"]
AUDIENCES: tuple[Audience, ...] = ("team", "partners", "public")
"""Whom something is for, from those who may see all on: the team, partners outside it, everybody."""
