#!/usr/bin/env python3
"""Takes the webhook of CaseClock, and nothing else.

CASECLOCK_SECRET=... python3 receive_notifications.py [PORT]

Prints each event, one JSON object a line, once. Refuses with 401 what is not signed with the
secret, and what was signed more than five minutes ago, with 400 what is no event. An id that it has is answered as taken and
not printed again; ids are kept in the file that CASECLOCK_SEEN names (seen.db). Listens on the
loopback address alone: put a server with TLS before it. Needs Python 3.8 and nothing else.
"""

import hashlib
import hmac
import json
import os
import sqlite3
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

LARGEST = 64 * 1024
WINDOW = 300
SECRET = os.environ["CASECLOCK_SECRET"].encode()
SEEN = sqlite3.connect(os.environ.get("CASECLOCK_SEEN", "seen.db"))
SEEN.execute("create table if not exists seen (id text primary key)")


def is_fresh(timestamp: str) -> bool:
    """Within five minutes, before or behind: an old request may have been caught on its way."""
    return (
        timestamp.isascii()
        and timestamp.isdigit()
        and len(timestamp) <= 12
        and abs(time.time() - int(timestamp)) <= WINDOW
    )


def is_signed(timestamp: str, body: bytes, signature: str) -> bool:
    """The bytes as they came, before anybody parses them; compared in the same time always."""
    wanted = hmac.new(SECRET, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(("sha256=" + wanted).encode(), signature.encode())


def read(body: bytes):
    """The event; None where the body is none, whoever signed it."""
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return event if isinstance(event, dict) and isinstance(event.get("id"), str) else None


def take(event: dict) -> None:
    """Whatever is to be done, in the transaction that keeps the id."""
    print(json.dumps(event, ensure_ascii=False), flush=True)


class Receiver(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit() and int(length) <= LARGEST):
            return self.answer(413)
        body = self.rfile.read(int(length))
        timestamp = self.headers.get("X-CaseClock-Timestamp", "")
        signature = self.headers.get("X-CaseClock-Signature", "")
        if not (is_fresh(timestamp) and is_signed(timestamp, body, signature)):
            return self.answer(401)
        event = read(body)
        if event is None:
            return self.answer(400)
        with SEEN:
            kept = SEEN.execute("insert or ignore into seen values (?)", (event["id"],))
            if kept.rowcount == 1:
                take(event)
        return self.answer(204)

    def answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def log_message(self, *_):
        """Says nothing of callers; what was taken is printed."""


def main() -> None:
    server = HTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8090), Receiver)
    print("listening on", server.server_port, file=sys.stderr, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
