"""A machine that translates as LibreTranslate and DeepL answer, on this computer: by capital letters."""

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

TEXT = re.compile(r"(<[^>]+>)")


class Translator:
    """Runs until it is stopped; `asked` holds what it was sent, `broken` makes it answer with a fault."""

    def __init__(self):
        self.asked, self.broken = [], False
        translator = self

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                translator.answer(self, body)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request, body):
        if request.headers["Content-Type"] == "application/json":
            strings = json.loads(body)["q"]
            said = {"translatedText": [shouted(string) for string in strings]}
        else:
            strings = parse_qs(body)["text"]
            said = {"translations": [{"text": shouted(string)} for string in strings]}
        self.asked.append(strings)
        request.send_response(500 if self.broken else 200)
        request.end_headers()
        request.wfile.write(json.dumps({"error": "broken"} if self.broken else said).encode())

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def shouted(html):
    """In capitals, the elements as they were."""
    return "".join(part if part.startswith("<") else part.upper() for part in TEXT.split(html))
