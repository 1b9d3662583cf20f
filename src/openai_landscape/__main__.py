"""The command line: `openai-landscape`, also `python -m openai_landscape`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; where its extra is not installed, say so in one sentence."""
    try:
        from openai_landscape.cli import run
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("click", "rich", "jinja2"):
            raise
        sys.stderr.write(f"the command line needs {error.name}: pip install 'openai-landscape[cli]'\n")
        return 2
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
