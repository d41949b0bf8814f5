"""中文命令行: Click's own words (help, usage, faults) in Chinese."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from generator.diagnostics import GeneratorError


class ChineseHelp(click.Command):
    """What commands and groups share: usage, options and --help in Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = [words(piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), "用法：")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with Chinese words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这段说明。"
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        records = [record for each in options if (record := each.get_help_record(ctx))]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)


class ChineseCommand(ChineseHelp):
    """A command whose help is in Chinese throughout."""


class ChineseGroup(ChineseHelp, click.Group):
    """The group of all commands; faults are told in Chinese, bugs keep their traceback."""

    command_class = ChineseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its first sentence."""
        rows = [(name, self.commands[name].get_short_help_str(60)) for name in self.list_commands(ctx)]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they were added: the main job first."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command; an unknown one names the nearest."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], list(self.commands), n=1)
            remedy = f"您是不是要写：{near[0]}？" if near else f"命令有：{'、'.join(self.commands)}。"
            raise GeneratorError(f"没有“{args[0]}”这个命令", remedy)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Run the command line and exit with its code."""
        extra["standalone_mode"] = False
        try:
            code = super().main(args, **extra)
        except GeneratorError as fault:
            for diagnostic in fault.diagnostics:
                click.echo(diagnostic.render(), err=True)
            sys.exit(2)
        except click.exceptions.NoArgsIsHelpError as fault:
            click.echo(fault.ctx.get_help() if fault.ctx else "", err=True)
            sys.exit(2)
        except click.UsageError as fault:
            click.echo(f"错误：{usage_fault(fault)}", err=True)
            path = fault.ctx.command_path if fault.ctx else "jianggao"
            click.echo(f"  → 用法见：{path} --help", err=True)
            sys.exit(2)
        except click.Abort:
            click.echo("已中断。", err=True)
            sys.exit(2)
        sys.exit(code if isinstance(code, int) else 0)


def words(piece: str) -> str:
    """Return a piece of the usage line in Chinese."""
    return {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 …"}.get(piece, piece)


def wanted(fault: click.BadParameter) -> str:
    """Return what a value should be."""
    kind = fault.param.type if fault.param else None
    if isinstance(kind, click.Choice):
        return f"可以写的有：{'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f"应当是 {kind.min} 到 {kind.max} 的整数"
    return fault.message


def usage_fault(fault: click.UsageError) -> str:
    """Return a fault of the command line in Chinese."""
    if isinstance(fault, click.NoSuchOption):
        near = f"，您是不是要写：{'、'.join(fault.possibilities)}？" if fault.possibilities else ""
        return f"没有选项 {fault.option_name}{near}"
    if isinstance(fault, click.MissingParameter):
        return f"缺少{fault.param.make_metavar(fault.ctx) if fault.param and fault.ctx else '参数'}"
    if isinstance(fault, click.BadParameter):
        name = "/".join(fault.param.opts) if fault.param else "参数"
        return f"{name} 的值不合要求（{wanted(fault)}）"
    if isinstance(fault, click.BadOptionUsage):
        return f"选项 {fault.option_name} 后面要写内容"
    return f"多写了内容，或写法不对（{fault.message}）"
