#!/usr/bin/env bash
# `make audit`: licences, banned crates and sources by cargo-deny, unused dependencies by cargo-machete.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
cd "$root"
for tool in cargo-deny cargo-machete; do
  if ! command -v "$tool" >/dev/null; then
    say "installing $tool (once, some minutes)"
    cargo install --locked --quiet "$tool"
  fi
done
cargo deny --workspace check bans licenses sources
cargo machete
