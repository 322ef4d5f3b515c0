#!/usr/bin/env bash
# postgres.sh COMMAND...   run COMMAND with TEST_DATABASE_URL naming a throw-away PostgreSQL 15, gone afterwards
# postgres.sh --bin        print where the PostgreSQL 15 programs are, or fail
set -euo pipefail
source "$(dirname "$0")/lib.sh"

find_bin() {
  local dir
  for dir in /usr/lib/postgresql/15/bin "$(pg_config --bindir 2>/dev/null)" "$(dirname "$(command -v initdb 2>/dev/null)")"; do
    if [ -x "$dir/initdb" ] && "$dir/postgres" --version 2>/dev/null | grep -q ' 15\.'; then
      echo "$dir"
      return
    fi
  done
  fail "PostgreSQL 15 is missing (its initdb and postgres): install Debian's package postgresql-15."
}

bin=$(find_bin)
if [ "${1:-}" = --bin ]; then
  echo "$bin"
  exit
fi

# PostgreSQL refuses to run as root, so root hands the cluster to the user `postgres`.
server() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}
if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then
  fail "PostgreSQL refuses to run as root and there is no user postgres to run it as."
fi

# A path of its own under /tmp: a socket's path must stay below 100 bytes, which a long TMPDIR would break.
dir=$(mktemp -d /tmp/muavu-pg.XXXXXX)
stop() {
  server "$bin/pg_ctl" stop --pgdata "$dir/data" --mode immediate --silent >/dev/null 2>&1 || true
  rm -rf "$dir"
}
trap stop EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi

server "$bin/initdb" --pgdata "$dir/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >"$dir/initdb.log" ||
  { cat "$dir/initdb.log"; fail "initdb failed."; }
# Nothing here outlives the run, so it need not survive a power cut.
server "$bin/pg_ctl" start --pgdata "$dir/data" --log "$dir/data/server.log" --wait --silent --options \
  "-k $dir -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" ||
  { cat "$dir/data/server.log"; fail "PostgreSQL did not start."; }

export TEST_DATABASE_URL="postgres://postgres@localhost/postgres?host=$dir"
"$@"
