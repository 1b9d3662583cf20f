"""Sphinx builds the documents strictly: `sphinx-build -W docs docs/_build`."""

import sys
from pathlib import Path

from openai_landscape._version import __version__ as release

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "openai_landscape"
author = "the openai_landscape authors"
project_copyright = f"2026, {author}"
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "landscape_pages"]
exclude_patterns = ["_build"]
source_suffix = {".md": "markdown"}

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["landscape.css"]
html_title = f"openai_landscape {release}"

default_role = "code"  # as the docstrings write names

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {
    "members": True,
    "show-inheritance": True,
    "exclude-members": "model_config, model_post_init",
}
napoleon_numpy_docstring = False

myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
