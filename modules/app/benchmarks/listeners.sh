#!/usr/bin/env bash
# What reporting's listeners cost incidentRecord: the product as it is and without them, started in turns on
# one data folder of its own. Needs the built jar and test classes, JDK 25 as java, wrk, curl.
#   modules/app/benchmarks/listeners.sh [seconds] [clients] [rounds]
set -euo pipefail
cd "$(dirname "$0")/../../.."
seconds=${1:-20}
clients=${2:-4}
rounds=${3:-2}
port=18090
base=http://localhost:$port
data=$(mktemp -d)
server=
stop() { [ -z "$server" ] || { kill "$server" && wait "$server" || true; server=; }; }
trap 'stop; rm -rf "$data"' EXIT
start() { # with or without
  local main=org.evenhand.EvenhandApplication
  : > "$data/log"
  [ "$1" = with ] || main=org.evenhand.app.benchmarks.WithoutReporting
  java -cp modules/app/target/evenhand.jar -Dloader.path=modules/app/target/test-classes -Dloader.main=$main \
    org.springframework.boot.loader.launch.PropertiesLauncher --spring.profiles.active=local \
    --evenhand.port=$port --evenhand.data-folder="$data/data" > "$data/log" 2>&1 &
  server=$!
  until grep -q 'Get a token with' "$data/log"; do
    kill -0 "$server" || { tail -20 "$data/log"; exit 1; }
    sleep 1
  done
}
ask() { # client, GraphQL, variables
  curl -s $base/graphql -H "Authorization: Bearer $(token "$1")" -H 'Content-Type: application/json' -d "{\"query\":\"$2\",\"variables\":$3}"
}
token() { curl -s -u "$1:$1" -d grant_type=client_credentials $base/oauth2/token | sed 's/.*"access_token":"\([^"]*\)".*/\1/'; }
id() { sed 's/.*"id":"\([^"]*\)".*/\1/'; }
for round in $(seq "$rounds"); do
  for how in with without; do
    start $how
    customer=$(ask officer 'mutation($i:CustomerRegisterInput!){customerRegister(input:$i){customer{id}}}' \
      "{\"i\":{\"name\":\"Benchmark $round $how\",\"dateOfBirth\":\"1984-02-29\"}}" | id)
    TOKEN=$(token officer)
    CONCERNS=$data/concerns
    export TOKEN CONCERNS
    for n in $(seq 300); do
      curl -s $base/graphql -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d "{\"query\":\"mutation(\$i:ConcernReportInput!){concernReport(input:\$i){concern{id} refusals{code}}}\",\"variables\":{\"i\":{\"customer\":\"$customer\",\"serviceArea\":\"housing\",\"incidents\":[{\"occurredOn\":\"2026-01-05\",\"channel\":\"PHONE\",\"behaviours\":[\"OFFENSIVE_REMARKS\"],\"affected\":[\"STAFF\"],\"account\":\"Called an officer names.\",\"sourceGrade\":\"FIRST_HAND\",\"identityConfidence\":\"CONFIRMED\",\"tested\":true}]}}}" | id
      echo
    done > "$CONCERNS"
    wrk -t1 -c"$clients" -d"${seconds}s" -s modules/app/benchmarks/listeners.lua $base > /dev/null
    echo "round $round $how: $(wrk -t1 -c"$clients" -d"${seconds}s" -s modules/app/benchmarks/listeners.lua $base | tail -1)"
    stop
  done
done
