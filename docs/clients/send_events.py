#!/usr/bin/env python3
"""Sends events, one JSON object a line, from standard input.

CASECLOCK_URL=... CASECLOCK_TOKEN=... python3 send_events.py <events.ndjson

The token may stand in the file that CASECLOCK_TOKEN_FILE names, which is read again where it holds no
more; a text that begins with "ApiKey " is sent as it is. Prints the answer to each. Waits for as long
as CaseClock asks, an hour in all. What CaseClock could not take twice (500) goes to unsent.ndjson, or
the file that CASECLOCK_UNSENT names. Ends with 1 where one was refused or kept there, with 2 and the
reason where it gave up. Needs Python 3.8 and nothing else.
"""

import http.client
import os
import re
import ssl
import sys
import time
import urllib.error
import urllib.request

LONGEST_PAUSE = 64
LONGEST_WAIT = 3600


class GivenUp(Exception):
    """Going on makes no sense: what is not sent yet stays so."""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token is for one host: an answer that leads elsewhere is an answer, and not followed."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def authorization() -> str:
    file = os.environ.get("CASECLOCK_TOKEN_FILE")
    if file:
        with open(file, encoding="ascii") as opened:
            token = opened.read().strip()
    else:
        token = os.environ["CASECLOCK_TOKEN"]
    return token if token.startswith("ApiKey ") else "Bearer " + token


class Sender:
    def __init__(self, url: str):
        if not re.match(r"https?://[^/]", url):
            raise GivenUp("CASECLOCK_URL is no address such as https://intake.example: " + url)
        self.events = url.rstrip("/") + "/api/v1/events"
        self.authorization = authorization()
        self.waited = 0

    def post(self, event: bytes):
        """Returns status, head and body; status 0 and the reason where nobody answers."""
        request = urllib.request.Request(
            self.events,
            data=event,
            headers={
                "Authorization": self.authorization,
                "Content-Type": "application/cloudevents+json",
            },
        )
        try:
            with OPENER.open(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.headers, refusal.read()
        except (OSError, http.client.HTTPException) as fault:
            if isinstance(getattr(fault, "reason", fault), ssl.SSLCertVerificationError):
                raise GivenUp("the certificate is not trusted: " + str(fault)) from fault
            return 0, {}, str(fault).encode()

    def wait(self, seconds: int, why: str) -> None:
        self.waited += seconds
        if self.waited > LONGEST_WAIT:
            raise GivenUp("waited for an hour in all: " + why)
        time.sleep(seconds)

    def send(self, event: bytes):
        """Posts the same until there is an answer that says something about the event."""
        pause, faults, renewed = 1, 0, False
        while True:
            status, head, body = self.post(event)
            asked = head.get("Retry-After") or ""
            if status in (429, 503) and asked.isascii() and asked.isdigit():
                self.wait(int(asked), str(status))
                continue
            if status == 401 and not renewed:
                renewed = True
                self.authorization = authorization()
                continue
            if status == 500:
                faults += 1
            if status not in (0, 408, 429, 500, 503) or faults > 1:
                return status, body
            if pause > LONGEST_PAUSE:
                raise GivenUp("no answer: " + (body.decode("utf-8", "replace") or str(status)))
            self.wait(pause, str(status))
            pause *= 2


def keep(event: bytes) -> None:
    with open(os.environ.get("CASECLOCK_UNSENT", "unsent.ndjson"), "ab") as file:
        file.write(event + b"\n")


def main() -> int:
    number, refused = 0, 0
    try:
        sender = Sender(os.environ.get("CASECLOCK_URL", ""))
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                status, body = sender.send(line.strip())
                print(status, body.decode("utf-8", "replace"), flush=True)
                if status == 500:
                    keep(line.strip())
                refused |= status not in (200, 202)
    except GivenUp as why:
        print(f"{why}; from line {max(number, 1)} on nothing is sent", file=sys.stderr)
        return 2
    return int(refused)


if __name__ == "__main__":
    sys.exit(main())
