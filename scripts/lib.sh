# Shared by the shell scripts: short progress lines with the elapsed time. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# say TEXT: one line with the minutes and seconds since the script began.
say() { printf '[%d:%02d] %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$*"; }

fail() { say "$*" >&2; exit 1; }

# need COMMAND WHAT_FOR: stop with one clear line when a tool is missing.
need() { command -v "$1" >/dev/null || fail "$1 is missing: it is needed to $2."; }
