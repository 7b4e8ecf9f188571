"""The settings of a project: ``clustergraph.toml``, read once and never changed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from clustergraph.errors import SettingsError

FILE = "clustergraph.toml"
BASE = "https://data.example.dk/klynge/"


@dataclass(frozen=True, slots=True)
class Settings:
    """``base`` is what every address of the graph begins with; ``name`` is what the project is called."""

    base: str = BASE
    name: str = ""

    def __post_init__(self) -> None:
        if not self.base.startswith(("http://", "https://")) or not self.base.endswith(("/", "#")):
            raise SettingsError(f"{FILE}: base must be an address that ends in / or #, not {self.base!r}")


def load(folder: Path) -> Settings:
    """The settings of a project folder; raises :class:`SettingsError` naming what is no setting or no value for one."""
    path = folder / FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"{folder}: no project here ({FILE} is missing); make one with: clustergraph init") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    known = {field.name for field in fields(Settings)}
    for name, value in found.items():
        if name not in known:
            raise SettingsError(f"{path}: no setting is called {name!r} (there are: {', '.join(sorted(known))})")
        if not isinstance(value, str):
            raise SettingsError(f"{path}: {name} must be text in quotes")
    return Settings(**found)


def initial(name: str) -> str:
    """The text of a new ``clustergraph.toml``."""
    plain = name.replace("\\", "").replace('"', "")
    return f'name = "{plain}"\n# What every address of the graph begins with. Choose it once, before anything is published.\nbase = "{BASE}"\n'
