"""What MkDocs and ProperDocs call: each event hands on to one of the three steps of hooks/steps.py.

MkDocs reads this file once, also while it serves. What it hands on to is imported when it is called,
so that a change of a rule or of a hook shows at the next build.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build with our modules as they are now."""
    for name in [name for name in sys.modules if name.split(".")[0] in {"calculators", "hooks", "paper"}]:
        del sys.modules[name]
    from hooks import steps

    try:
        config.extra.update(steps.before(config.extra["areas"] or ""))  # an empty variable is read as nothing at all
    except steps.BuildError as fault:
        raise PluginError(str(fault)) from None
    return config


def on_post_build(*, config: MkDocsConfig) -> None:
    """Finish what MkDocs wrote."""
    from hooks import steps

    try:
        steps.after(Path(config.site_dir), config.site_name, config.extra)
    except steps.BuildError as fault:
        raise PluginError(str(fault)) from None
