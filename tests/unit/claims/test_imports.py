import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LIST = """
import sys
from tui.claims import Store
store = Store(sys.argv[1], read_only=True)
store.claims(), store.recent_tags(), store.changes_since(None)
print("\\n".join(sys.modules))
"""


def test_listing_claims_loads_neither_the_screen_nor_the_engine(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIST, str(path)], capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = set(done.stdout.split())

    assert "tui.claims.store" in loaded
    for name in ("textual", "rich", "numpy", "rapidfuzz", "snowballstemmer", "tui.compare", "tui.claims.reanchoring"):
        assert name not in loaded
    assert not path.parent.exists()
