#!/usr/bin/env bash
# `make run`: build what changed, then serve the demo market from var/demo.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
cd "$root"
need cargo "build the server"
need cc "compile the embedded database"

if [ ! -x target/debug/muavu ]; then
  say "first start: building everything takes some minutes; later starts take seconds"
fi
scripts/frontend.sh
say "server: building"
# --workspace keeps cargo's choice of features the same as in `make test`, so that nothing is built twice.
cargo build --workspace --bin muavu
say "server: starting on the demo market in var/demo (Ctrl-C stops it)"
mkdir -p var/demo
MUAVU_DATA_DIR=${MUAVU_DATA_DIR:-var/demo} exec target/debug/muavu demo
