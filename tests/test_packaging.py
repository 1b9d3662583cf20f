"""The seeds and all the rest of the package reach the user from a wheel, from an sdist and from an editable install.

Each is built by the project's own backend, which this environment holds, so nothing is fetched; and each is imported
by an interpreter that sees nothing of the project but what was built.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Any, Final

import pytest
from build import ProjectBuilder
from packaging.requirements import Requirement

from shared_material import ROOT

SEEDS: Final = {path.name: path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))}

# Run without site (-S), so that this environment's own install and its .pth files are out of sight.
PROBE: Final = """
import hashlib, json, site, sys
installed, dependencies = sys.argv[1:]
site.addsitedir(installed)
sys.path.append(dependencies)
import openai_landscape
print(json.dumps({
    "file": openai_landscape.__file__,
    "seeds": [hashlib.sha256(source.text.encode()).hexdigest() for source in openai_landscape.seeds()],
}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(ProjectBuilder(ROOT).build("wheel", tmp_path_factory.mktemp("wheel")))


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(ProjectBuilder(ROOT).build("editable", tmp_path_factory.mktemp("editable")))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the sdist unpacks to."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(ProjectBuilder(ROOT).build("sdist", folder)) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = (path for path in folder.iterdir() if path.is_dir())
    return unpacked


@pytest.fixture(scope="module")
def wheel_from_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(ProjectBuilder(sdist).build("wheel", tmp_path_factory.mktemp("wheel-from-sdist")))


def imported(wheel: Path, folder: Path) -> dict[str, Any]:
    """What an interpreter finds that has *wheel* installed in *folder*, beside the project's dependencies."""
    shutil.unpack_archive(wheel, folder, "zip")
    command = [sys.executable, "-I", "-S", "-c", PROBE, str(folder), sysconfig.get_path("purelib")]
    ran = subprocess.run(command, capture_output=True, check=False, text=True, cwd=folder)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def metadata(wheel: Path, name: str) -> bytes:
    (content,) = (content for path, content in contents(wheel).items() if path.endswith(f".dist-info/{name}"))
    return content


def digests() -> list[str]:
    return [hashlib.sha256(content).hexdigest() for content in SEEDS.values()]


def package_files() -> set[str]:
    """Where each file of the package has to be in an install."""
    source = ROOT / "src"
    files = {path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    return {path.relative_to(source).as_posix() for path in files}


def test_there_are_five_seeds() -> None:
    assert len(SEEDS) == 5


@pytest.mark.parametrize("kind", ["wheel", "wheel_from_sdist"])
def test_an_install_reads_the_seeds_byte_for_byte(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    found = imported(request.getfixturevalue(kind), tmp_path)

    assert Path(found["file"]).is_relative_to(tmp_path)
    assert found["seeds"] == digests()


def test_an_editable_install_reads_the_seeds_byte_for_byte(editable: Path, tmp_path: Path) -> None:
    found = imported(editable, tmp_path)

    assert Path(found["file"]).is_relative_to(ROOT / "src")
    assert found["seeds"] == digests()


def test_an_sdist_holds_the_seeds_and_their_notice(sdist: Path) -> None:
    held = {path.name: path.read_bytes() for path in (sdist / "seeds").iterdir()}

    assert held == SEEDS | {"NOTICE": (ROOT / "seeds" / "NOTICE").read_bytes()}


def test_an_sdist_holds_what_its_tests_and_documents_need(sdist: Path) -> None:
    held = {path.name for path in sdist.iterdir()}

    assert held >= {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "docs", "pyproject.toml", "src", "tests"}


@pytest.mark.parametrize("kind", ["wheel", "wheel_from_sdist"])
def test_a_wheel_holds_every_file_of_the_package(kind: str, request: pytest.FixtureRequest) -> None:
    held = contents(request.getfixturevalue(kind))

    assert package_files() - set(held) == set()
    assert "openai_landscape/py.typed" in held


def test_a_wheel_carries_the_licence_and_the_notice(wheel: Path) -> None:
    assert metadata(wheel, "licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
    assert metadata(wheel, "licenses/seeds/NOTICE") == (ROOT / "seeds" / "NOTICE").read_bytes()


def test_a_plain_install_requires_three_packages(wheel: Path) -> None:
    listed = message_from_bytes(metadata(wheel, "METADATA")).get_all("Requires-Dist", [])
    plain = {required.name for required in map(Requirement, listed) if required.marker is None}

    assert plain == {"attrs", "pydantic", "typing-extensions"}


def test_a_wheel_installs_the_command(wheel: Path) -> None:
    assert b"openai-landscape = " in metadata(wheel, "entry_points.txt")
