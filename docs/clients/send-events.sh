#!/usr/bin/env bash
# Sends events, one JSON object a line, from standard input: CASECLOCK_URL=… CASECLOCK_TOKEN=… ./send-events.sh <events.ndjson
# The token may stand in the file that CASECLOCK_TOKEN_FILE names, which is read again where it holds no more; a text that begins
# with "ApiKey " is sent as it is. Prints the answer to each. Waits for as long as CaseClock asks, an hour in all. What CaseClock could
# not take twice (500) goes to unsent.ndjson, or the file that CASECLOCK_UNSENT names. Ends with 1 where one was refused or kept there,
# with 2 and the reason where it gave up.
set -euo pipefail

answer="$(mktemp)"
trap 'rm -f "$answer" "$answer.head" "$answer.event" "$answer.fault"' EXIT
refused=0
waited=0
line=1

give_up() {
  echo "$1; from line $line on nothing is sent" >&2
  exit 2
}

read_token() {
  token="${CASECLOCK_TOKEN-}"
  [ -z "${CASECLOCK_TOKEN_FILE-}" ] || token="$(cat "$CASECLOCK_TOKEN_FILE")"
  case "$token" in
    "ApiKey "*) ;;
    *) token="Bearer $token" ;;
  esac
}

wait_for() {
  waited=$((waited + 10#$1))
  [ "$waited" -le 3600 ] || give_up "waited for an hour in all: $status"
  sleep "$1"
}

post() {
  # The token comes from a file descriptor, so that no list of processes shows it.
  local ended=0
  status="$(curl -sS -o "$answer" -D "$answer.head" -w '%{http_code}' --max-time 30 \
    -H @<(printf 'Authorization: %s' "$token") \
    -H 'Content-Type: application/cloudevents+json' \
    --data-binary "@$answer.event" "${CASECLOCK_URL%/}/api/v1/events" 2>"$answer.fault")" || ended=$?
  [ "$ended" -eq 0 ] || status=000
  [ "$ended" -ne 60 ] || give_up "the certificate is not trusted: $(cat "$answer.fault")"
}

[[ "${CASECLOCK_URL-}" =~ ^https?://[^/] ]] || give_up "CASECLOCK_URL is no address such as https://intake.example: ${CASECLOCK_URL-}"
read_token

for (( ; ; line++)); do
  IFS= read -r event || [ -n "$event" ] || break # the last line may have no end
  [ -n "$event" ] || continue
  printf '%s' "$event" >"$answer.event"
  pause=1
  faults=0
  renewed=0
  while :; do
    post
    asked="$([ "$status" = 000 ] || tr -d '\r' <"$answer.head" | sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9]\{1,6\}\)$/\1/p')"
    case "$status" in
      429 | 503)
        if [ -n "$asked" ]; then
          wait_for "$asked"
          continue
        fi
        ;;
      401)
        [ "$renewed" -eq 0 ] || break
        renewed=1
        read_token
        continue
        ;;
      500) faults=$((faults + 1)) && [ "$faults" -le 1 ] || break ;;
      000 | 408) ;;
      *) break ;;
    esac
    [ "$pause" -le 64 ] || give_up "no answer: $status $(cat "$answer.fault")"
    wait_for "$pause"
    pause=$((pause * 2))
  done
  printf '%s %s\n' "$status" "$(cat "$answer")"
  case "$status" in
    200 | 202) ;;
    500)
      printf '%s\n' "$event" >>"${CASECLOCK_UNSENT:-unsent.ndjson}"
      refused=1
      ;;
    *) refused=1 ;;
  esac
done

exit "$refused"
