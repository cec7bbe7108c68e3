# SPDX-License-Identifier: Apache-2.0
"""Mutations of what files there are, and of what kind."""

from random import Random

from .mutations import of_workspace
from .workspace import Odd, Workspace

NAMES = [
    "papers/other.md", "papers/.hidden.md", "papers/Cabinet.md", "papers/cabinet.MD", "papers/a b.md",
    "papers/\u202e.md", "papers/" + "x" * 240 + ".md", "papers/-.md", "papers/a\nb.md", "papers/sub/cabinet.md",
    "papers/notes.txt", "papers.md", "papers/cafe\u0301.md", "papers/status.md", "returns/nobody/return.yaml",
    "returns/return.yaml", "returns/community-services/extra.csv", "returns/community-services/activity.csv",
    "returns/community-services/actions.csv.tmp", "returns/community-services/deep/statement.md",
    "returns/Community-Services/statement.md", "council.yml", "layouts/tables/mine.yaml", "layouts/themes/mine.yaml",
    "layouts/mine.yaml", "layouts/words.yaml", "layouts/tables/outcomes.yaml", "layouts/themes/accessible.yaml",
    "layouts/cabinet.yaml", "layouts/mine.txt", "layouts/tables/deep/mine.yaml", "fonts/font.ttf", "fonts/font.otf",
    "fonts/fonts.conf", "fonts/deep/font.ttf", "circulated/cabinet/01-first/workspace/council.yaml",
    "circulated/cabinet/circulation.yaml", "circulated/x", ".cleardays/exempt-ledger", ".git/config",
    "out/cabinet.pdf", "fonts", "layouts", "circulated", ".cleardays", "returns/community-services/~$actions.csv",
    "Thumbs.db",
]  # fmt: skip
TARGETS = [
    "/dev/null", "/dev/zero", "/dev/full", "/etc/passwd", "/", "..", ".", "../..", "/nowhere", "council.yaml",
    "../council.yaml", "../../council.yaml", "/proc/self/environ", "/proc/self/mem", "/dev/stdin", "/dev/tty",
    "returns", "../returns", "statement.md", "x",
]  # fmt: skip


@of_workspace(weight=4)
def delete_file(random: Random, workspace: Workspace) -> str:
    path = random.choice(workspace.paths())
    if len(workspace.files) > 1:
        del workspace.files[path]
    return path


@of_workspace(weight=3)
def empty_file(random: Random, workspace: Workspace) -> str:
    path = random.choice(workspace.paths())
    workspace.files[path] = random.choice(
        [b"", b"\n", b" ", b"\xef\xbb\xbf", b"---\n", b"---\n---\n", b"\0", b"# \n", b"a,b\n", b"{}", b"[]", b"~"]
    )
    return path


@of_workspace(weight=3)
def swap_files(random: Random, workspace: Workspace) -> str:
    one, two = random.choice(workspace.paths()), random.choice(workspace.paths())
    workspace.files[one], workspace.files[two] = workspace.files[two], workspace.files[one]
    return f"{one} {two}"


@of_workspace(weight=3)
def copy_file(random: Random, workspace: Workspace) -> str:
    """A file under another name, beside itself or in a place where it means something else."""
    path = random.choice(workspace.paths())
    name = random.choice(NAMES + [path.rsplit("/", 1)[0] + "/" + random.choice(NAMES).rsplit("/", 1)[-1]])
    workspace.files[name] = workspace.files[path]
    return f"{path} {name}"


@of_workspace(weight=2)
def rename_file(random: Random, workspace: Workspace) -> str:
    path = random.choice(workspace.paths())
    at = random.randint(0, len(path))
    name = random.choice(
        [
            random.choice(NAMES),
            path.upper(),
            path + ".bak",
            path[:at] + random.choice(["x", " ", "/", "\u200b", "\n", "..", "\\"]) + path[at:],
        ]
    )
    workspace.files[name] = workspace.files.pop(path)
    return f"{path} {name}"


@of_workspace(weight=6)
def no_file(random: Random, workspace: Workspace) -> str:
    """A folder, a link, a pipe or a socket in the place of a file, or beside the files."""
    path = random.choice(workspace.paths() + NAMES) if random.random() < 0.8 else random.choice(NAMES)
    kind = random.choice(["link", "link", "fifo", "fifo", "folder", "socket"])
    workspace.odd[path] = Odd(kind, random.choice(TARGETS + workspace.paths()) if kind == "link" else "")
    return f"{path} {kind}"


@of_workspace(weight=2)
def folder_is_link(random: Random, workspace: Workspace) -> str:
    """A link in the place of a folder: its files are gone."""
    folder = random.choice(
        ["papers", "returns", "returns/community-services", "layouts", "fonts", "circulated", ".cleardays"]
    )
    for path in [path for path in workspace.files if path.startswith(folder + "/")]:
        if len(workspace.files) > 1:
            del workspace.files[path]
    workspace.odd[folder] = Odd(random.choice(["link", "link", "fifo", "socket"]), random.choice(TARGETS))
    return folder


@of_workspace(weight=2)
def loop_of_links(random: Random, workspace: Workspace) -> str:
    place = random.choice(["papers/", "returns/", "layouts/", "fonts/", "circulated/", ""])
    workspace.odd[place + "a.md"] = Odd("link", "b.md")
    workspace.odd[place + "b.md"] = Odd("link", "a.md")
    workspace.odd[place + "loop"] = Odd("link", ".")
    return place


@of_workspace()
def many_files(random: Random, workspace: Workspace) -> str:
    path = random.choice(workspace.paths())
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    for number in range(random.choice([5, 20, 60])):
        workspace.files[f"{folder}/{stem}-{number}.{ending}".lstrip("/")] = workspace.files[path]
    return path


@of_workspace()
def deep_folder(random: Random, workspace: Workspace) -> str:
    place = random.choice(["papers/", "returns/community-services/", "layouts/tables/", "fonts/", ""])
    workspace.files[place + "d/" * random.choice([5, 50, 500]) + "x.yaml"] = b"a: b\n"
    return place
