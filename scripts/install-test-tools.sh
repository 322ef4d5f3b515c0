#!/usr/bin/env bash
# Install from Debian what the tests need and the machine lacks: Chromium and PostgreSQL 15.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
cd "$root"

missing=()
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
scripts/postgres.sh --bin >/dev/null 2>&1 || missing+=(postgresql-15)

if [ ${#missing[@]} -gt 0 ]; then
  say "installing ${missing[*]}"
  sudo=()
  if [ "$(id -u)" != 0 ]; then
    need sudo "install ${missing[*]}"
    sudo=(sudo -n)
  fi
  export DEBIAN_FRONTEND=noninteractive
  "${sudo[@]}" apt-get -o DPkg::Lock::Timeout=300 update -q
  "${sudo[@]}" apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends "${missing[@]}"
fi

[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || fail "Chromium is missing: install Debian's package chromium or set CHROMIUM."
say "PostgreSQL 15 in $(scripts/postgres.sh --bin); $("${CHROMIUM:-/usr/bin/chromium}" --version 2>/dev/null)"
