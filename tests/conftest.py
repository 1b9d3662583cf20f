"""Hypothesis profiles, and the checks against material that stands beside the checkout."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from shared_material import SHARED

settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # it reads a clock: a busy machine is no fault of the code
)
settings.load_profile("ci" if os.environ.get("CI", "").lower() in {"1", "true"} else "dev")

AGAINST_SHARED = pytest.StashKey[list[pytest.Item]]()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared; a test that asks for it is left out of the run where the folder is absent."""
    if SHARED is None:
        message = "pytest_collection_modifyitems leaves out the tests that ask for `shared` where it is absent"
        raise LookupError(message)
    return SHARED


@pytest.hookimpl(trylast=True)  # after -m and -k have had their say
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take the tests that need ../shared out of the run where it is absent: deselected and reported, not skipped."""
    against = [item for item in items if "shared" in getattr(item, "fixturenames", ())]
    config.stash[AGAINST_SHARED] = against
    if SHARED is None and against:
        config.hook.pytest_deselected(items=against)
        items[:] = [item for item in items if item not in against]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say plainly whether the checks against ../shared ran."""
    checks = len(config.stash.get(AGAINST_SHARED, []))
    if SHARED is None:
        terminalreporter.write_line(f"../shared is not beside this checkout: {checks} checks against it did not run")
    else:
        terminalreporter.write_line(f"../shared is beside this checkout: {checks} checks against it are in this run")
