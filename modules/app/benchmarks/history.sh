#!/usr/bin/env bash
# Customer search and a customer's pattern over a long history: p95 through GraphQL beside the same SQL
# in pgbench. Loads the history once. A local profile must run; needs wrk, pgbench, psql, curl.
#   modules/app/benchmarks/history.sh [http://localhost:8080] [data folder] [seconds] [clients]
set -euo pipefail
cd "$(dirname "$0")"
base=${1:-http://localhost:8080}
data=${2:-../../../data}
seconds=${3:-20}
clients=${4:-4}
port=$(sed -n 4p "$data/postgres/postmaster.pid")
export PGHOST=localhost PGPORT=$port PGUSER=postgres PGDATABASE=postgres
psql -q -f history.sql
words=$(mktemp -d)
trap 'rm -r "$words"' EXIT
# A full name, a surname, a telephone number, a reference: as people type.
psql -qAt > "$words/search" <<'SQL'
select case n % 4
         when 0 then c.name
         when 1 then split_part(c.name, ' ', 1) || ' ' || split_part(split_part(c.name, ' ', 2), '-', 1)
         when 2 then '0' || substr(i.value, 4)
         else c.reference end
  from (select *, row_number() over (order by hashtext(id::text)) as n from intake.customer where known_by = 'benchmark' limit 4000) c
  join intake.customer_identifier i on i.customer = c.id and i.kind = 'TELEPHONE'
 order by n;
SQL
psql -qAt > "$words/find" <<'SQL'
select case n % 3 when 0 then 'boiler ' || lower(split_part(c.name, ' ', 2)) when 1 then c.reference
         else overlay(c.name placing 'h' from 3 for 1) end
  from (select *, row_number() over (order by hashtext(id::text)) as n from intake.customer where known_by = 'benchmark' limit 2000) c
 order by n;
SQL
# The case's id as the API gives it out.
psql -qAt > "$words/pattern" <<'SQL'
select rtrim(translate(encode(uuid_send(id) || convert_to('Consideration', 'UTF8'), 'base64'), E'+/\n', '-_'), '=')
  from designation.consideration where known_by = 'benchmark' order by id;
SQL
token() {
  curl -s -u "$1:$1" -d grant_type=client_credentials "$base/oauth2/token" |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
p95() { sed -n 's/.*p95 \([0-9.]*\) ms.*/\1/p'; }
measure() { # question, client, goal in ms, SQL to set beside it
  TOKEN=$(token "$2") QUESTION=$1 WORDS=$words/$1
  export TOKEN QUESTION WORDS
  echo "$1: warming up"
  wrk -t2 -c"$clients" -d"$((seconds * 2))s" -s history.lua "$base" | tail -1
  for round in 1 2 3; do
    line=$(wrk -t2 -c"$clients" -d"${seconds}s" -s history.lua "$base" | tail -1)
    echo "$1 round $round through GraphQL: $line"
    mine=$(echo "$line" | p95)
    [ -n "$4" ] || continue
    log=$words/log
    (cd "$words" && pgbench -n -M prepared -c"$clients" -j2 -T "$seconds" -l --log-prefix="$log" -f "$OLDPWD/$4" > /dev/null 2>&1)
    theirs=$(cat "$log".* | awk '{print $3 / 1000}' | sort -n | awk '{a[NR] = $1} END {printf "%.2f", a[int(NR * 0.95)]}')
    rm -f "$log".*
    awk -v a="$mine" -v b="$theirs" -v q="$1" -v g="$3" 'BEGIN {printf "%s in pgbench: p95 %s ms; ratio %.1f; goal %s ms %s\n", q, b, a / b, g, (a < g ? "reached" : "NOT reached")}'
  done
}
measure search officer 30 history-search.sql
measure find officer 30 ""
measure pattern head-of-customer-services 50 history-pattern.sql
