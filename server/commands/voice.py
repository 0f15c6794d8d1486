"""`houzhen voice`: what is missing among a clinic's recordings, and how a call sounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from server.commands.parts import cli, operate, settings
from server.speech.rules.reading import is_chinese, spoken_room
from server.speech.service import Piece, Sentence, Voice, call_sentence
from server.speech.service.clips import house_pieces
from server.speech.service.engine import is_installed


@cli.group()
def voice() -> None:
    """The voice of the displays."""


@voice.command("check")
def check() -> None:
    """List the recordings that are missing, with their words; tell whether this server can speak by itself."""
    house = operate("voice.house")
    clips = Voice(settings().data).clips
    complete = True
    for language in house["languages"]:
        wanted = house_pieces(language, house["prefixes"], _room_pieces(house, language))
        missing = clips.missing(language, wanted)
        complete = complete and not missing
        click.echo(f"{clips.folder / language}: {len(wanted) - len(missing)} of {len(wanted)} recordings")
        for piece in missing:
            click.echo(f"  missing {piece.name:<20} {_to_read(piece.text, language)}")
    own = "can speak by itself" if is_installed() else "cannot speak: espeakng-loader has no build for this computer"
    click.echo(f"This server {own}. The clinic file chooses \"{house['source']}\".")
    if house["source"] == "clips" and not complete:
        raise SystemExit(1)


@voice.command("say")
@click.argument("number")
@click.option("--room", required=True, help="As it stands on the door, in the language that is spoken.")
@click.option("--language", default="zh-CN", show_default=True, type=click.Choice(["zh-CN", "en"]))
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The WAV file to write.")
def say(number: str, room: str, language: str, out: Path) -> None:
    """Write the call of NUMBER into a room as the displays play it."""
    house = operate("voice.house")
    code = next((code for code, names in house["rooms"].items() if room in names.values()), "")
    sentence = call_sentence(language, number.upper(), code, {language: room})
    speaker = Voice(settings().data)
    sound = speaker.wav(sentence, house["source"], house["rate"])
    if sound is None:
        raise click.ClickException("This server cannot speak: espeakng-loader has no build for this computer.")
    out.write_bytes(sound)
    click.echo(f"{out}: {sentence.text} ({_whose(speaker, sentence, house['source'])})")


def _room_pieces(house: dict[str, Any], language: str) -> list[Piece]:
    return [
        Piece(f"room-{code}", spoken_room(names.get(language, code), language))
        for code, names in house["rooms"].items()
    ]


def _to_read(text: str, language: str) -> str:
    """Chinese is written without the spaces that part its figures."""
    return text.replace(" ", "") if is_chinese(language) else text


def _whose(speaker: Voice, sentence: Sentence, source: str) -> str:
    recorded = source == "clips" and speaker.clips.files(sentence) is not None
    return "recorded" if recorded else "synthesised"
