"""A real name server on a port of its own, for the few names that a test gives it."""

import socketserver
import threading

import dns.flags
import dns.message
import dns.rcode
import dns.rrset


class NameServer:
    """`zone` maps a name to its records, like `{"a.example": {"MX": ["10 mx.a.example."]}}`.

    A name in `silent` is not answered, one in `broken` with SERVFAIL.
    """

    def __init__(self, zone, silent=(), broken=()):
        self.zone, self.silent, self.broken, self.asked = zone, set(silent), set(broken), []
        self._server = socketserver.ThreadingUDPServer(("127.0.0.1", 0), self._handler())

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self):
        return f"127.0.0.1:{self._server.server_address[1]}"

    def _handler(self):
        here = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                data, sock = self.request
                if answer := here._answer(dns.message.from_wire(data)):
                    sock.sendto(answer.to_wire(), self.client_address)

        return Handler

    def _answer(self, query):
        [question] = query.question
        name = question.name.to_text(omit_final_dot=True)
        self.asked.append(name)
        if name in self.silent:
            return None
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.RA
        if name in self.broken:
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif records := self.zone.get(name, {}).get(question.rdtype.name):
            answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", question.rdtype, *records))
        elif not any(known == name or known.endswith(f".{name}") for known in self.zone):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        return answer
