#!/usr/bin/env python3
"""Writes the manual pages of a built program, from the same declarations as its --help: manual.py PROGRAM FOLDER DATE

One page a command, named as git names its own (sitboard-brief.1), so that `man sitboard brief` finds it. Commands that
--help does not show have none.
"""

import json
import re
import subprocess
import sys
from pathlib import Path


def escaped(text):
    """Text in which roff obeys nothing: no escape, no request at the start of a line, and hyphens that stay hyphens."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha")
    return "\n".join("\\&" + line if line.startswith(".") else line for line in text.replace("~", "\\(ti").split("\n"))


def quoted(text):
    """Text as one argument of a macro."""
    return '"' + escaped(text).replace('"', '\\(dq') + '"'


def paragraphs(text):
    """Paragraphs as --help has them, a sentence a line as man pages are written."""
    found = [re.sub(r"(?<=[.!?]) (?=[A-Z])", "\n", re.sub(r"\s*\n\s*", " ", part)) for part in re.split(r"\n\s*\n", text)]
    return ["\n".join(escaped(line) for line in part.split("\n")) for part in found if part]


def names(argument):
    """How an argument is written, without its value: --as-of, -o."""
    return [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument.get("names", [])]


def synopsis(argument):
    value = f"\\fI{escaped(argument.get('valueName', ''))}\\fR"
    if argument["kind"] == "positional":
        written = value + (" ..." if argument["isRepeating"] else "")
    else:
        shown = argument.get("preferredName") or argument["names"][0]
        name = ("-" if shown["kind"] == "short" else "--") + shown["name"]
        written = f"\\fB{escaped(name)}\\fR" + (f" {value}" if argument["kind"] == "option" else "")
    return f"[{written}]" if argument["isOptional"] else written


def described(argument):
    value = f"\\fI{escaped(argument.get('valueName', ''))}\\fR"
    head = ", ".join(f"\\fB{escaped(name)}\\fR" for name in names(argument)) or value
    if argument["kind"] == "option":
        head += f" {value}"
    lines = [".TP", head]
    about = paragraphs("\n\n".join(filter(None, [argument.get("abstract"), argument.get("discussion")])))
    lines.append("\n.IP\n".join(about) if about else "\\&")
    if argument.get("defaultValue"):
        lines.append(f"Default: {escaped(argument['defaultValue'])}.")
    return lines


def page(command, parents, version, date, more):
    """One page in the macros of man(7)."""
    words = parents + [command["commandName"]]
    name = "-".join(words)
    shown = [a for a in command.get("arguments", []) if a["shouldDisplay"]]
    children = [c for c in command.get("subcommands", []) if c["shouldDisplay"] and c["commandName"] != "help"]
    default = command.get("defaultSubcommand")
    lines = [
        f".TH {name.upper()} 1 {date} {quoted('sitboard ' + version)} {quoted('User Commands')}",
        ".SH NAME",
        f"{escaped(name)} \\- {escaped(command['abstract'].rstrip('.'))}",
        ".SH SYNOPSIS",
    ]
    if children:
        lines += [f".B {words[0]}", f"[\\fIpath\\fR ...] [\\fIoptions of {default}\\fR]", ".br", f".B {words[0]}",
                  "\\fIcommand\\fR ..."]
    else:
        lines += [f".B {' '.join(words)}", " ".join(synopsis(a) for a in shown)]
    lines += [".SH DESCRIPTION", "\n.PP\n".join(paragraphs(command.get("discussion", "") or command["abstract"]))]
    if shown:
        lines.append(".SH OPTIONS")
        for argument in shown:
            lines += described(argument)
    if children:
        lines.append(".SH COMMANDS")
        for child in children:
            lines += [".TP", f"\\fB{name}\\-{escaped(child['commandName'])}\\fR(1)", escaped(child["abstract"])]
            if child["commandName"] == default:
                lines.append("The default.")
        lines.append(more)
    else:
        lines += [".SH SEE ALSO", f".BR {words[0]} (1)"]
    return name, "\n".join(lines) + "\n", children


def main():
    program, folder, date = sys.argv[1:]
    told = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True).stdout
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    information = json.loads(told)
    if information["serializationVersion"] != 0:
        sys.exit(f"manual.py: the dump of the help has version {information['serializationVersion']}, not 0")
    more = Path(__file__).with_name("manual-end.man").read_text(encoding="utf-8").rstrip("\n")
    Path(folder).mkdir(parents=True, exist_ok=True)
    left = [(information["command"], [])]
    while left:
        command, parents = left.pop()
        name, text, children = page(command, parents, version, date, more)
        Path(folder, name + ".1").write_text(text, encoding="utf-8")
        left += [(child, parents + [command["commandName"]]) for child in children]


main()
