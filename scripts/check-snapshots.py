#!/usr/bin/env python3
"""Every committed snapshot was compared by a test of this run; insta writes the ones it used into the file named here."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

used = {Path(line).resolve() for line in Path(sys.argv[1]).read_text().splitlines()} if Path(sys.argv[1]).exists() else set()
files = subprocess.run(["git", "ls-files", "*.snap"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
unused = [file for file in files if (ROOT / file).resolve() not in used]
print("\n".join(f"{file}: no test compares this snapshot; remove it" for file in unused) or f"{len(files)} snapshots, all in use")
sys.exit(1 if unused else 0)
