"""A small web server of one's own, for as long as a test takes."""

import re
import socket
from contextlib import contextmanager
from threading import Thread


@contextmanager
def server(answer):
    """Serves each connection with `answer(request, send)`; gives its address and the requests that came.

    What `answer` sends goes out as it is: status line, headers, body.
    """
    listening = socket.create_server(("127.0.0.1", 0))
    seen = []

    def serve():
        while True:
            try:
                connection, _peer = listening.accept()
            except OSError:
                return
            with connection:
                try:
                    request = _read(connection)
                    seen.append(request)
                    answer(request, connection.sendall)
                except OSError:
                    continue

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", seen
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def _read(connection):
    """What somebody asks, whose body may come after the rest."""
    request = connection.recv(65536).decode("latin-1")
    head, blank, body = request.partition("\r\n\r\n")
    length = re.search(r"^Content-Length: (\d+)", head, re.I | re.M)
    while length and len(body) < int(length[1]) and (more := connection.recv(65536)):
        body += more.decode("latin-1")
    return f"{head}\r\n\r\n{body}" if blank else request


def reply(body=b"", status="200 OK", **headers):
    """A whole answer, after which the line ends."""
    headers = {"Content-Length": len(body), "Connection": "close", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body
