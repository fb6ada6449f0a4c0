"""All the pages of a decree: one that lists its indicators, and one for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kinerja._base import Language, Text
from kinerja.decrees import messages as say
from kinerja.decrees.page import promised, replaces, rules_of
from kinerja.pages.entry import Added, as_text, entry_page, errata, page_name
from kinerja.pages.markdown import Voice, escaped, page, table

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue


def catalogue_pages(catalogue: Catalogue, language: Language = Language.INDONESIAN) -> dict[str, str]:
    """Return the pages of a decree as Markdown, by the names of their files: `index.md`, then one an indicator.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> list(catalogue_pages(catalogue))[:3]
    ['index.md', 'sk1-1-tenant-count.md', 'sk1-2-collaboration-count.md']
    """
    names = page_names(catalogue)
    voice = Voice(language)
    mark = voice.say(
        "<!-- Ditulis oleh kinerja dari berkas keputusan: perbaiki di sana, lalu tulis lagi. -->",
        "<!-- Written by kinerja from the decree's file: mend it there, and write it again. -->",
    )
    heading = voice.say("Indikator kinerja utama", "Key performance indicators")
    index = page(heading, mark, *decree_parts(catalogue, language, names))
    added = Added(introduction=(mark,))
    pages = {name: entry_page(catalogue[code], language, added=added) for code, name in names.items()}
    return {"index.md": index, **pages}


def page_names(catalogue: Catalogue) -> dict[str, str]:
    """Return the name of the page of each code; codes that differ in punctuation alone have a number behind."""
    names: dict[str, str] = {}
    times: Counter[str] = Counter()
    for code, entry in catalogue.items():
        name = page_name(entry)
        times[name] += 1
        names[code] = name if times[name] == 1 else name.replace(".md", f"-{times[name]}.md")
    return names


def decree_parts(
    catalogue: Catalogue, language: Language, names: Mapping[str, str], *, in_python: str = ""
) -> Iterator[str]:
    """Give the parts of a page that say what a decree has: its indicators, objectives, notes, misprints.

    Args:
        catalogue: the decree.
        language: of the page.
        names: code -> the page of its entry, as a link; an entry without one is named alone.
        in_python: its name there, where readers use it; names in code then stand beside the decree's.
    """
    voice, decree = Voice(language, names=bool(in_python)), catalogue.decree
    yield f"## {voice.say('Keputusan Nomor', 'Decree Number')} {escaped(decree.number)}"
    day = decree.signed_on
    place = decree.place and voice.say(f" di {decree.place}", f" in {decree.place}")
    when = place + ("" if day is None else voice.say(f" pada {day:%d/%m/%Y}", f" on {day}"))
    yield "".join(
        [
            voice.say("", "Of "),
            voice.indonesian(decree.unit),
            voice.say(f", ditetapkan{when}", f", signed{when}") if when else "",
            f"; in Python `kinerja.{in_python}`" if in_python else "",
            ".",
        ]
    )
    yield voice.quoted([decree.title])
    yield _overview(catalogue, names, voice)
    yield _about_figures(catalogue, voice)
    replaced = replaces(decree)
    told = [] if replaced is None else [say.REPLACES.text(replaced=replaced)]
    yield from filter(None, [voice.listed([*told, *rules_of(catalogue.scoring, catalogue.values())])])
    yield f"### {voice.say('Sasaran', 'Objectives (sasaran)')}"
    yield table(
        [voice.say("Kode", "Code"), voice.say("Sasaran", "Objective")],
        [[escaped(one.code), voice.indonesian(one.text)] for one in catalogue.objectives],
    )
    if decree.notes:
        yield f"### {voice.say('Tentang teksnya', 'About the text')}"
        yield voice.listed(decree.notes)
    heading = Text(id="Salah tulis di luar pedoman kinerja", en="Misprints outside the entries").read(language)
    yield from errata(heading, decree.errata, voice, level="###")


def _overview(catalogue: Catalogue, names: Mapping[str, str], voice: Voice) -> str:
    years = [str(year) for year in catalogue.decree.years]
    rows = [
        [
            f"[{escaped(code)}]({names[code]})" if code in names else escaped(code),
            voice.indonesian(entry.label)
            + ("" if entry.indicator is None else f"<br>{as_text(entry.indicator, voice)}"),
            voice.indonesian(entry.unit.name.id),
            *(voice.read(promised(entry, year)) for year in catalogue.decree.years),
        ]
        for code, entry in catalogue.items()
    ]
    headings = (("Kode", "Code"), ("Indikator dan rumus", "Indicator and formula"), ("Satuan", "Unit"))
    return table([*(voice.say(*heading) for heading in headings), *years], rows, figures=years)


def _about_figures(catalogue: Catalogue, voice: Voice) -> str:
    """Say what the figures of the overview are."""
    has_baseline, first = any(entry.baseline is not None for entry in catalogue.values()), catalogue.decree.years[0]
    rows = voice.say(
        "Baris menurut urutan keputusan. Angkanya target",
        "The rows stand in the decree's order. Figures are the targets",
    )
    return rows + (voice.say(f"; {first} tahun dasar.", f"; {first} is the baseline year.") if has_baseline else ".")
