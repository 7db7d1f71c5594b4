#!/usr/bin/env bash
# Aggregator by curl: define a topic, submit an article, follow the stream and resume, read casualties, verify a webhook (with openssl).
#   ./example.sh http://127.0.0.1:5080                     (AGGREGATOR_KEY=agg_… where the server asks for a key)
#   ./example.sh verify SECRET ID TIMESTAMP SIGNATURE < body
set -euo pipefail

# The key by standard input, so that no other user of the machine reads it off the command line.
ask() { curl --silent --show-error --fail-with-body --max-time 60 --config <([ -z "${AGGREGATOR_KEY-}" ] || printf 'header = "Authorization: Bearer %s"' "$AGGREGATOR_KEY") "$@"; }

# True for a delivery that was signed with the secret (Standard Webhooks). Also refuse a timestamp that is minutes away, and an id that you have seen.
verify() {
  local key expected
  key=$(printf '%s' "${1#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
  expected="v1,$({ printf '%s.%s.' "$2" "$3"; cat; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64 -w0)"
  [[ " $4 " == *" $expected "* ]]
}

# The first entry after a position, as "position JSON".
follow() { { ask --no-buffer -H 'Accept: text/event-stream' -H "Last-Event-ID: $3" "$1/v1/topics/$2/stream" || true; } 2>/dev/null | awk '/^id:/ { id = $2 } /^data:/ { sub(/^data: ?/, ""); print id, $0; exit }'; }

if [ "$1" = verify ]; then verify "${@:2:4}"; exit; fi

api=${1%/} topic=example-curl json='Content-Type: application/json'
ask -o /dev/null -X PUT "$api/v1/topics/$topic" -H "$json" -d '{"title": "Fires", "question": "kind:casualties and place:BOL"}'
for line in '1 44' '2 46'; do
  read -r number killed <<< "$line"
  ask -o /dev/null "$api/v1/articles" -H "$json" -d "{\"id\": \"$topic-$number\", \"outlet\": \"Example Herald\", \"published\": \"2026-09-1$number\", \"title\": \"Fire in La Paz\",
    \"text\": \"At least $killed people were killed in a fire in La Paz, Bolivia, on 7 September 2026, the mayor said.\"}"
done
read -r position entry < <(follow "$api" "$topic" 0)
echo "entry $position $entry"
case $entry in
  *'"articleCount":1,'*) # A new connection begins behind the last position.
    read -r position entry < <(follow "$api" "$topic" "$position")
    echo "entry $position $entry" ;;
esac
echo "killed $(ask "$api/v1/topics/$topic/casualties?measure=killed")"
