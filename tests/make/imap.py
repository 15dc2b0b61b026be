"""A small mailbox that speaks IMAP (RFC 3501) on a port of its own: as much of it as reading mail needs."""

import re
import socketserver
import threading


class Mailbox:
    """Holds `mails`; `flags` are what was said of each. Use it in a with statement."""

    def __init__(self, *mails, password="geheim"):
        self.mails, self.password = dict(enumerate(mails, 1)), password
        self.flags = {number: set() for number in self.mails}
        mailbox = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                _Dialogue(mailbox, self.rfile, self.wfile).hold()

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    @property
    def url(self):
        return f"imap://haus%40haus.example:geheim@127.0.0.1:{self.server.server_address[1]}/R%C3%BCck"


class _Dialogue:
    def __init__(self, mailbox, reader, writer):
        self.box, self.reader, self.writer = mailbox, reader, writer

    def say(self, words):
        self.writer.write(words.encode() if isinstance(words, str) else words)
        self.writer.write(b"\r\n")

    def hold(self):
        self.say("* OK ready")
        for line in self.reader:
            tag, _space, command = line.decode().strip().partition(" ")
            words = command.removeprefix("UID ")
            name = words.split()[0].lower()
            answer = getattr(self, f"on_{name}", lambda _words: None)(words) or "OK done"
            self.say(f"{tag} {answer}")
            if name == "logout":
                return

    def on_capability(self, _words):
        self.say("* CAPABILITY IMAP4rev1")

    def on_login(self, words):
        if self.box.password not in words:
            return "NO [AUTHENTICATIONFAILED] who are you?"
        return None

    def on_select(self, words):
        if '"R&APw-ck"' not in words:
            return "NO no such folder"
        return self.say(f"* {len(self.box.mails)} EXISTS")

    def on_search(self, words):
        unseen = [number for number, flags in self.box.flags.items() if r"\Seen" not in flags]
        self.say(f"* SEARCH {' '.join(map(str, unseen))}".rstrip())

    def on_fetch(self, words):
        number, longest = int(words.split()[1]), int(re.search(r"<0\.(\d+)>", words)[1])
        mail = self.box.mails[number][:longest]
        head = f"* {number} FETCH (UID {number} BODY[]<0> {{{len(mail)}}}\r\n".encode()
        self.say(head + mail + b")")

    def on_store(self, words):
        number = int(words.split()[1])
        self.box.flags[number] |= set(re.findall(r"\\\w+", words))

    def on_expunge(self, words):
        for number in [number for number, flags in self.box.flags.items() if r"\Deleted" in flags]:
            del self.box.mails[number], self.box.flags[number]
