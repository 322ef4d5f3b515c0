#!/usr/bin/env bash
# Install the packages of the browser journeys when their lock changed. Chromium comes from Debian, never from npm.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
cd "$root/tests/e2e"
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "browser journeys: installing npm packages"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi
say "browser journeys: packages ready"
