#!/usr/bin/env python3
"""Makes the Debian package, installs it where there is nothing else, and uses it: check_package.py BUILD_DIR SCRATCH_DIR.

The clean root holds a shell and ldconfig, which are on every Debian, the packages that ours depends on, and what these depend
on, and no more: their files are copied from this machine, and dpkg is told of them, so that it checks our dependencies and
their versions as on any machine. What is not declared is not there. In that root, by chroot: the command answers, and programs in C and C++ that were compiled
against the installed headers run on the installed library. Without the right to chroot the test is skipped (77).
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

build, scratch = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
examples = pathlib.Path(__file__).resolve().parent


def run(*command, **options):
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if ran.returncode != 0:
        sys.exit(f"{shlex.join(map(str, command))}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


# What can stand for a name in a Depends field here: the package called so, else one that provides it.
providers = {}
for line in run("dpkg-query", "-W", "-f", "${db:Status-Status}\t${Package}\t${Provides}\n").splitlines():
    status, name, provides = line.split("\t")
    if status == "installed":
        providers[name] = name
        for provided in filter(None, provides.split(", ")):
            providers.setdefault(provided.split(" ")[0], name)


def depends_of(field):
    """The packages that a Depends field asks for; of alternatives, the first that this machine has."""
    for alternatives in filter(None, (part.strip() for part in field.split(","))):
        names = [re.match(r"[^ :(]+", name.strip())[0] for name in alternatives.split("|")]
        yield next((providers[name] for name in names if name in providers), names[0])


if os.geteuid() != 0:
    print("skipped: making a root to change to takes root")
    sys.exit(77)
shutil.rmtree(scratch, ignore_errors=True)
root = scratch / "root"
database = root / "var" / "lib" / "dpkg"
for folder in (database / "info", database / "updates", database / "triggers", root / "tmp"):
    folder.mkdir(parents=True)
for link in ("bin", "sbin", "lib", "lib64"):
    (root / "usr" / link).mkdir(parents=True)
    (root / link).symlink_to(f"usr/{link}")

run("cpack", "--config", build / "CPackConfig.cmake", "-B", scratch / "package")
package = next((scratch / "package").glob("confer_*.deb"))
control = {name: run("dpkg-deb", "-f", package, name).strip() for name in ("Depends", "Section", "Version", "Maintainer")}
assert all(control.values()), control

essential = ["dash", "libc-bin"]
wanted, needed = essential + list(depends_of(control["Depends"])), {}
while wanted:
    name = wanted.pop()
    if name in needed:
        continue
    needed[name] = run("dpkg-query", "-s", name)
    for field in re.findall(r"^(?:Pre-)?Depends: (.*)$", needed[name], re.MULTILINE):
        wanted += depends_of(field)
(database / "status").write_text("\n".join(needed.values()))
for name in needed:
    for listing in pathlib.Path("/var/lib/dpkg/info").glob(f"{name}*.list"):
        if listing.stem.split(":")[0] == name:
            shutil.copy2(listing, database / "info")
    for path in run("dpkg", "-L", name).splitlines():
        file, copy = pathlib.Path(path), root / path.lstrip("/")
        if path.startswith("/usr/share/") or not (file.is_symlink() or file.is_file()):
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        if not copy.exists() and not copy.is_symlink():
            shutil.copy2(file, copy, follow_symlinks=False)

run("dpkg", "--root", root, "--install", package)
assert "install ok installed" in run("dpkg-query", "--admindir", database, "-W", "-f", "${Status}", "confer")
assert (root / "usr/share/doc/confer/copyright").is_file()


def inside(*command):
    return run("/usr/sbin/chroot", root, *command, env={"PATH": "/usr/bin", "LANG": "C.UTF-8"})


library = next((root / "usr/lib").rglob("libconfer.so")).parent
module = next((root / "usr/lib").rglob("jaccard.so"))
answer = inside("confer", "--format", "csv", "what does family systems therapy combine?")
names = [line.split(",")[0] for line in answer.splitlines()[1:]]
assert names, answer
asked = inside("confer", "--plugin", f"/{module.relative_to(root)}", "-f", "csv", "RETURN similarity.jaccard([1], [1]) AS j")
assert asked.split() == ["j", "1.0"], asked
assert not (root / "usr/bin/cc").exists(), "the root is not clean"

for source, compiler in (("embed.c", ["gcc", "-std=c99"]), ("embed.cpp", ["g++", "-std=c++20"])):
    run(*compiler, examples / source, "-o", root / "tmp/embed", "-I", root / "usr/include", "-L", library, "-lconfer")
    output = inside("/tmp/embed")
    assert [line.split(" [")[0] for line in output.splitlines()] == names, output
print(f"{package.name} with {len(needed)} packages below it: {control['Depends']}")
