#!/usr/bin/env python3
"""Sends events, one JSON object a line, from standard input.

CASECLOCK_URL=... CASECLOCK_TOKEN=... python3 send_events.py <events.ndjson

Prints the answer to each. Ends with 1 where one was refused, with 2 where nobody answers for too
long. Needs Python 3.8 and nothing else.
"""

import http.client
import os
import sys
import time
import urllib.error
import urllib.request

LONGEST_PAUSE = 64


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token is for one host: an answer that leads elsewhere is an answer, and not followed."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def post(event: bytes):
    """Returns status, head and body; status 0 where nobody answers."""
    request = urllib.request.Request(
        os.environ["CASECLOCK_URL"] + "/api/v1/events",
        data=event,
        headers={
            "Authorization": "Bearer " + os.environ["CASECLOCK_TOKEN"],
            "Content-Type": "application/cloudevents+json",
        },
    )
    try:
        with OPENER.open(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()
    except (OSError, http.client.HTTPException):
        return 0, {}, b""


def send(event: bytes):
    """Posts the same until there is an answer that says something about the event."""
    pause = 1
    while True:
        status, head, body = post(event)
        if status not in (0, 429, 500, 503):
            return status, body
        if pause > LONGEST_PAUSE:
            sys.exit(2)
        asked = head.get("Retry-After") or ""
        time.sleep(int(asked) if asked.isascii() and asked.isdigit() else pause)
        pause *= 2


def main() -> int:
    refused = 0
    for line in sys.stdin.buffer:
        if line.strip():
            status, body = send(line.strip())
            print(status, body.decode("utf-8", "replace"), flush=True)
            refused |= status not in (200, 202)
    return int(refused)


if __name__ == "__main__":
    sys.exit(main())
