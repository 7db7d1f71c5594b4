#!/usr/bin/env bash
# Scores extraction against the evaluation data, when it lies beside the repository; prints why when it does not.
#   tests/Aggregator.Extraction.Tests/quality.sh [MISSES]
set -euo pipefail
cd "$(dirname "$0")/../.."
gold=../shared/eval
if [ ! -f "$gold/score.py" ]; then
  echo "skipped: no evaluation data in $gold (score.py and the gold files); put it there to run this check"
  exit 0
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet build src/Aggregator -c Release --nologo -v q
for set in passages-dev diplomacy-dev plover-dev seed; do
  echo "== $set"
  dotnet src/Aggregator/bin/Release/net10.0/aggregator.dll extract < "$gold/$set.jsonl" > "$out/$set.jsonl"
  python3 "$gold/score.py" "$gold/$set.jsonl" "$out/$set.jsonl" --misses "${1:-0}"
done
