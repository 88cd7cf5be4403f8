#!/usr/bin/env bash
# Contact check through HTTP beside pgbench doing the same read and the same read-log insert, in turns.
# A local profile must run; needs wrk, pgbench, psql, curl.
#   modules/app/benchmarks/run.sh [http://localhost:8080] [data folder] [seconds]
set -euo pipefail
cd "$(dirname "$0")"
base=${1:-http://localhost:8080}
data=${2:-../../../data}
seconds=${3:-20}
port=$(sed -n 4p "$data/postgres/postmaster.pid")
export PGHOST=localhost PGPORT=$port PGUSER=postgres PGDATABASE=postgres
psql -q -v ON_ERROR_STOP=1 -f load.sql
token() {
  curl -s -u officer:officer -d grant_type=client_credentials "$base/oauth2/token" |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
TOKEN=$(token)
export TOKEN
echo "warming up for 90 s"
wrk -t2 -c16 -d90s -s contact-check.lua "$base" | tail -1
for round in 1 2 3; do
  echo "round $round"
  wrk -t2 -c16 -d"${seconds}s" -s contact-check.lua "$base" | tail -1
  pgbench -n -M prepared -c16 -j2 -T "$seconds" -f contact-check.sql 2>/dev/null |
    grep -E 'latency average|tps'
done
