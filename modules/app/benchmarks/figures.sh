#!/usr/bin/env bash
# A quarter of a long history: p95 through GraphQL beside plain SQL over what was noted.
# A local profile must run; needs wrk, pgbench, psql, curl. First load, then start it once with
# --evenhand.reporting.rebuild=true, then measure:
#   modules/app/benchmarks/figures.sh load [incidents] [years] [data folder]
#   modules/app/benchmarks/figures.sh measure [years] [http://localhost:8080] [data folder] [seconds]
set -euo pipefail
cd "$(dirname "$0")"
connect() {
  port=$(sed -n 4p "$1/postgres/postmaster.pid")
  export PGHOST=localhost PGPORT=$port PGUSER=postgres PGDATABASE=postgres
}
if [ "${1:-}" = load ]; then
  connect "${4:-../../../data}"
  psql -q -v incidents="${2:-1000000}" -v years="${3:-10}" -f figures.sql
  exit
fi
years=${2:-10}
base=${3:-http://localhost:8080}
connect "${4:-../../../data}"
seconds=${5:-20}
QUARTERS=$((years * 4 - 1))
TOKEN=$(curl -s -u head-of-customer-services:head-of-customer-services -d grant_type=client_credentials "$base/oauth2/token" |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')
export TOKEN QUARTERS
psql -q -c 'vacuum analyze reporting.fact' -c 'vacuum analyze reporting.tally' -c 'vacuum analyze reporting.people_tally' -c 'vacuum analyze reporting.person_tally'
p95() { sort -n | awk '{a[NR] = $1 * 1000} END {printf "%d, p50 %.1f ms, p95 %.1f ms\n", NR, a[int((NR + 1) / 2)], a[int(NR * 0.95 + 0.5)]}'; }
draft() { # every quarter; the first rounds warm up
  for q in $(seq 0 $((QUARTERS - 1))); do
    day=$((2011 + q / 4))-$(printf %02d $((1 + 3 * (q % 4))))-01
    version=$(psql -qAt -c "select ',\"expectedVersion\":' || version from reporting.quarterly_report where quarter = '$day'")
    curl -s -o /tmp/figures-draft -w '%{time_total}\n' "$base/graphql" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
      -d "{\"query\":\"mutation(\$i:ReportDraftInput!){reportDraft(input:\$i){report{digest figures{number}} refusals{code}}}\",\"variables\":{\"i\":{\"quarter\":\"$day\",\"commentary\":\"Measured.\"$version}}}"
    grep -q digest /tmp/figures-draft || { cat /tmp/figures-draft; exit 1; }
  done
}
for round in warm 1 2; do
  echo "reportDraft round $round: $(draft | p95)"
done
for QUESTION in quarterlyReport quarterFigures incidentFigures; do
  export QUESTION
  wrk -t1 -c1 -d"${seconds}s" -s figures.lua "$base" > /dev/null
  for round in 1 2; do
    echo "$QUESTION round $round: $(wrk -t1 -c1 -d"${seconds}s" -s figures.lua "$base" | tail -1)"
  done
done
echo "plain SQL over what was noted:"
pgbench -n -c1 -t5 -f figures-plain.sql 2>/dev/null | grep 'latency average'
