from __future__ import annotations

import sys
from pathlib import Path

# The compiling steps are a folder beside the package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
