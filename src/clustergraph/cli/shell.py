"""How commands are found, explained in two languages, and how an error reaches the user: one line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from clustergraph.cli import words
from clustergraph.errors import ClustergraphError

if TYPE_CHECKING:
    from clustergraph.project import Project

WRONG_USE = 2


class Command(click.Command):
    """A command whose words stand in the message catalogue: ``help.{command}``, ``option.{command}.{name}`` or ``option.{name}``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += [_project_option(), _lang_option()]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language in use."""
        self.help = words.say(f"help.{self.name}")
        for option in self.get_params(ctx):
            if isinstance(option, click.Option):
                name = option.opts[-1].removeprefix("--")
                own, shared = f"option.{self.name}.{name}", f"option.{name}"
                option.help = words.say(own if words.known(own) else shared)
        super().format_help(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a heading in the language in use."""
        rows = [row for p in self.get_params(ctx) if isinstance(p, click.Option) and (row := p.get_help_record(ctx))]
        with formatter.section(words.say("heading.options")):
            formatter.write_dl(rows)


def _lang_option() -> click.Option:
    # Read before parsing (words.choose), so that help and errors speak it too; here only so that it is known and checked.
    return click.Option(["--lang"], type=click.Choice(words.LANGUAGES), expose_value=False)


def _project_option() -> click.Option:
    return click.Option(["--project"], metavar="DIR", expose_value=False, callback=_keep_folder)


def _keep_folder(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    """The folder named nearest to the command counts; options of the program are read first, so the last one seen is it."""
    if value is not None:
        ctx.find_root().meta["folder"] = value


def folder() -> Path:
    """The project's folder: ``--project``, ``CLUSTERGRAPH_PROJECT``, else the current one."""
    named = click.get_current_context().find_root().meta.get("folder")
    return Path(named or os.environ.get("CLUSTERGRAPH_PROJECT") or ".")


def project() -> Project:
    """The project that a command works on; raises :class:`~clustergraph.errors.SettingsError` where there is none."""
    from clustergraph.project import Project

    return Project(folder())


def put(text: str, output: str | None) -> None:
    """Print to standard output, or write to a file, whole or not at all."""
    if output in (None, "-"):
        click.echo(text, nl=not text.endswith("\n"))
        return
    from clustergraph.files import write

    write(Path(str(output)), text if text.endswith("\n") else text + "\n")
    click.echo(words.say("written", path=output), err=True)


def put_bytes(content: bytes, output: str) -> None:
    """The same for what is no text; a terminal is spared."""
    if output == "-":
        sys.stdout.buffer.write(content)
        return
    from clustergraph.files import write

    write(Path(output), content)
    click.echo(words.say("written", path=output), err=True)


class LazyGroup(click.Group):
    """The program: knows its commands by name and imports one when it is called."""

    def __init__(self, name: str, modules: Mapping[str, str]) -> None:
        super().__init__(name=name, invoke_without_command=False, params=[_project_option(), _lang_option(), _version_option()])
        self._modules = dict(modules)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order in which they are explained."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in self._modules:
            return None
        command = getattr(import_module(self._modules[cmd_name]), cmd_name.replace("-", "_") + "_command")
        assert isinstance(command, click.Command)
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview: no command is imported for it."""
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(words.say("help.program"))
        with formatter.section(words.say("heading.commands")):
            formatter.write_dl([(name, words.say(f"help.{name}").split(". ")[0].rstrip(".")) for name in self._modules])
        formatter.write_paragraph()
        formatter.write_text(words.say("help.more"))

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run, and end the process with the exit code of ``errors.py``; an error is one line on stderr."""
        arguments = list(sys.argv[1:] if args is None else args)
        words.choose(arguments)
        extra["standalone_mode"] = False
        try:
            result = super().main(arguments, *rest, **extra)
        except click.exceptions.Abort:
            _end(words.say("error.stopped"), 130)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            sys.exit(0)
        except click.exceptions.Exit as error:
            sys.exit(error.exit_code)
        except click.ClickException as error:
            _end(_in_words(error), WRONG_USE)
        except ClustergraphError as error:
            _end(str(error), error.exit_code)
        except KeyboardInterrupt:
            _end(words.say("error.stopped"), 130)
        except BrokenPipeError:
            # The reader has gone ("| head"): not our error; keep the interpreter from complaining once more at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except Exception as error:
            if os.environ.get("CLUSTERGRAPH_TRACEBACK"):
                raise
            _end(words.say("error.ours", what=f"{type(error).__name__}: {error}", where=_where(error)), 1)
        sys.exit(result if isinstance(result, int) else 0)


def _version_option() -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from importlib.metadata import version

            click.echo(f"clustergraph {version('clustergraph')}")
            ctx.exit()

    return click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show)


def _end(message: str, code: int) -> NoReturn:
    click.echo(" ".join(message.split()), err=True)
    sys.exit(code)


def _where(error: Exception) -> str:
    """The module and line of ours in which it happened."""
    place, trace = "", error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        place = f"{name}:{trace.tb_lineno}" if name.startswith("clustergraph") else place
        trace = trace.tb_next
    return place


def _in_words(error: click.ClickException) -> str:
    """A mistake on the command line in the language in use; click's own words where we have none for it."""
    if isinstance(error, click.NoSuchOption):
        return words.say("error.no_option", name=error.option_name)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return words.say("error.no_command", name=error.command_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return words.say("error.missing", name=error.param.human_readable_name)
    if isinstance(error, click.BadParameter) and isinstance(error.param and error.param.type, click.Choice):
        kind = error.param.type if error.param else None
        assert isinstance(kind, click.Choice)
        return words.say("error.choice", name=error.param.opts[-1] if error.param else "", choices=", ".join(map(str, kind.choices)))
    return error.format_message()
