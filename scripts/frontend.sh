#!/usr/bin/env bash
# Install the front end's packages and build it into frontend/build, each only when its inputs changed.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
cd "$root/frontend"
need node "build the front end (version 20 or later)"
need npm "install the front end's packages"

# `npm ci` empties node_modules, so a copy of the lock kept inside tells what is installed.
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "front end: installing npm packages"
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi

# What the build is made from, and the page it made: a build by hand from other sources is noticed too.
sources() {
  find . ../data -type f -not -path './node_modules/*' -not -path './build/*' -not -path './.svelte-kit/*' -print0 |
    sort -z | xargs -0 sha256sum | sha256sum
}
page() { sha256sum build/index.html 2>/dev/null || echo none; }

stamp=node_modules/.built-from
before=$(sources) # taken before the build, so that an edit during it counts as a change
if [ "$(cat "$stamp" 2>/dev/null)" != "$before $(page)" ]; then
  say "front end: building"
  npm run --silent build
  echo "$before $(page)" >"$stamp"
fi
say "front end: ready"
