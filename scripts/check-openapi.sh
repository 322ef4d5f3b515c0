#!/usr/bin/env bash
# frontend/openapi.json is what the server says, and the typed client is made from it.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
cd "$root"
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT

target/debug/muavu openapi >"$new/openapi.json"
diff -u frontend/openapi.json "$new/openapi.json" || fail "frontend/openapi.json is out of date: run make openapi and commit."

cp frontend/src/lib/api/schema.ts "$new/schema.ts"
(cd frontend && npm run --silent api)
diff -u "$new/schema.ts" frontend/src/lib/api/schema.ts || fail "frontend/src/lib/api/schema.ts was out of date and is new now: commit it."
say "the API description and its client are up to date"
