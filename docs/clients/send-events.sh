#!/usr/bin/env bash
# Sends events, one JSON object a line, from standard input: CASECLOCK_URL=… CASECLOCK_TOKEN=… ./send-events.sh <events.ndjson
# Prints the answer to each. Ends with 1 where one was refused, with 2 where nobody answers for too long.
set -euo pipefail

answer="$(mktemp)"
trap 'rm -f "$answer" "$answer.head" "$answer.event"' EXIT
refused=0

while IFS= read -r event || [ -n "$event" ]; do # the last line may have no end
  [ -n "$event" ] || continue
  printf '%s' "$event" >"$answer.event"
  for ((pause = 1; ; pause *= 2)); do
    # The token comes from a file descriptor, so that no list of processes shows it.
    status="$(curl -s -o "$answer" -D "$answer.head" -w '%{http_code}' --max-time 30 \
      -H @<(printf 'Authorization: Bearer %s' "$CASECLOCK_TOKEN") \
      -H 'Content-Type: application/cloudevents+json' \
      --data-binary "@$answer.event" "$CASECLOCK_URL/api/v1/events")" || status=000
    case "$status" in
      000 | 500) wait="$pause" ;;
      429 | 503) wait="$(tr -d '\r' <"$answer.head" | sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9][0-9]*\)$/\1/p')" ;;
      *) break ;;
    esac
    [ "$pause" -le 64 ] || { echo "nobody answers" >&2; exit 2; }
    sleep "${wait:-$pause}"
  done
  printf '%s %s\n' "$status" "$(cat "$answer")"
  case "$status" in
    200 | 202) ;;
    *) refused=1 ;;
  esac
done

exit "$refused"
