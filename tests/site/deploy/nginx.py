"""The nginx that we ship, really running: on free ports, before a stand-in for the application."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.make.ports import free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
SHIPPED = Path(__file__).parents[3] / "site/deploy/nginx"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
NAME = "haus.example"
AROUND = """
daemon off; {user} worker_processes 1; pid {folder}/pid; error_log {folder}/error.log notice; {module}
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types; sendfile on; tcp_nopush on;
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/quartier.conf;
}}
"""


class StandIn:
    """An application that answers what a test wants, and remembers what it was asked."""

    def __init__(self, port=None):
        self.port = port or free_port()
        self.headers, self.body, self.status = {}, b"words", 200
        self.asked = []
        self.start()

    def start(self):
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                length = int(self.headers.get("Content-Length", 0))
                stand_in.asked.append((self.command, self.path, self.headers, self.rfile.read(length)))
                self.send_response(stand_in.status)
                for name, value in stand_in.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(stand_in.body)))
                self.end_headers()
                self.wfile.write(stand_in.body)

            def log_message(self, *words):
                pass

        for method in ("GET", "HEAD", "POST"):
            setattr(Handler, f"do_{method}", Handler.answer)
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Nginx:
    """It speaks https as `haus.example`; its data lie in `folder`/data, or where `data` says."""

    def __init__(self, folder, *web, data=None):
        self.folder, self.port, self.plain = folder, free_port(), free_port()
        self.data = data or folder / "data"
        (self.data / "pages").mkdir(parents=True, exist_ok=True)
        (self.data / "static").mkdir(exist_ok=True)
        folder.chmod(0o755)
        self._certificate()
        (folder / "quartier.conf").write_text(self._written(web))
        module = f"load_module {BROTLI};" if BROTLI.exists() else ""
        user = "" if os.getuid() else "user root;"  # folders of tests are closed to all others
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, module=module, user=user))
        self.start()

    def start(self):
        self.process = subprocess.Popen([NGINX, "-p", self.folder, "-c", self.folder / "nginx.conf"])
        end = time.monotonic() + 10
        while time.monotonic() < end and self.process.poll() is None:
            with socket.socket() as door:
                if door.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise RuntimeError((self.folder / "error.log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)

    def publish(self):
        """What the application does after each change: the file has another size from now on."""
        with (self.data / "pages/version").open("a") as version:
            version.write("x")

    def ask(self, path, *, method="GET", name=NAME, host=None, body=None, **headers):
        """Status, headers and body of an answer; headers are named with underlines."""
        sent = {key.replace("_", "-"): value for key, value in headers.items()}
        trusting = ssl._create_unverified_context()
        line = http.client.HTTPSConnection(name, timeout=10)
        with socket.create_connection(("127.0.0.1", self.port), 10) as raw:
            line.sock = trusting.wrap_socket(raw, server_hostname=name)
        try:
            line.request(method, path, body, {"Host": host or name, **sent})
            answer = line.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            line.close()

    def log(self):
        return (self.folder / "quartier.log").read_text()

    def _written(self, web):
        places = {
            "SERVER_NAMES": NAME,
            "DATA_DIR": self.data,
            "TLS_DIR": self.folder,
            "CACHE_DIR": self.folder / "copies",
            "LOG_DIR": self.folder,
            "ACME_DIR": self.folder / "acme",
            "WEB": " ".join(f"server 127.0.0.1:{port} max_fails=0;" for port in web),
            "LISTEN": f"listen 127.0.0.1:{self.port} ssl http2;",
            "LISTEN_PLAIN": f"listen 127.0.0.1:{self.plain};",
            "LISTEN_DEFAULT": f"listen 127.0.0.1:{self.plain} default_server; "
            f"listen 127.0.0.1:{self.port} ssl http2 default_server;",
            "BROTLI": "brotli_static on;" if BROTLI.exists() else "",
        }
        environment = {**os.environ, **{name: str(value) for name, value in places.items()}}
        return subprocess.run(
            [SHIPPED / "write"], env=environment, capture_output=True, text=True, check=True
        ).stdout

    def _certificate(self):
        subprocess.run(
            [
                *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
                *("-nodes", "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"),
                *("-keyout", self.folder / "privkey.pem", "-out", self.folder / "fullchain.pem"),
            ],
            check=True,
            capture_output=True,
        )
