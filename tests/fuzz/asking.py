"""One request made of a seed and a number: the same two make the same request again."""

from random import Random
from urllib.parse import quote, urlencode

from tests.fuzz.door import Request

NASTY = [
    *("", "0", "-1", "1", "1e308", "NaN", "Infinity", "9" * 40, "9" * 5000, "٣", "²", "1.0", "0x10", "null"),
    *("\x00", "a\x00b", "\u202egpj.exe", "\ufeff", "👩‍👩‍👧", "Ａ", "ﷺ" * 30, "a\u0301" * 300),
    *("\r\nX-Mark: 1", "\t\n", "${7*7}"),
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "{% debug %}", "%s%n"),
    *("' OR 1=1 --", '";DROP TABLE x', "(" * 300, "a OR b NEAR/2 c*", '"a" -b', "*", "\\", "%", "_"),
    *("//evil.example", "https://evil.example", "javascript:alert(1)", "../../../etc/passwd"),
    *("0001-01-01", "9999-12-31", "2026-02-30", "2026-13-01", "2026-10-25", "2027-03-28", "24:00"),
    *("x@y", "a@b.example\nBcc: c@d.example", "ä@ö.example", "a" * 320 + "@b.example", "=1+1", "+49 30 1234"),
    *("a" * 300, "x" * 9000, "ä" * 3000, "de", "ar", "xx", "monat", "woche", "archiv", "alle", "on", "yoga"),
]  # fmt: skip
BYTES = ["%00", "%ff", "%c0%af", "%ed%a0%80", "%2e%2e%2f", "%252f", "%", "%zz", "%0d%0a", "%e2%80%ae"]
WORDS = [
    *("de", "en", "ar", "uk", "de-simple", "xx", "suche", "search", "admin", "static", "media", "documents"),
    *("feed.xml", "kalender.ics", "daten.json", "foyer", "einbetten", "abonnieren", "aushang", ".env"),
    *("wp-login.php", "..", ".", "~", "index.html", "2026-12-01", "1", "-1", "9" * 30, "\u202e", "é", "خي"),
]  # fmt: skip
METHODS = ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW", "get", "G E T"]
KINDS = [
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data",
    "application/json", "text/plain", "application/x-www-form-urlencoded; charset=klingon", "", "///",
]  # fmt: skip
HEADERS = {
    "Accept-Language": ["de", "ar,en;q=0.5", "xx", "*", "de;q=1e9", "en-US,en;q=NaN", "a" * 5000, ",,,;q="],
    "Accept-Encoding": ["gzip", "br", "identity;q=0", "*", "gzip;q=x", "a" * 2000],
    "Accept": ["*/*", "application/json", "text/html;level=99", ",;"],
    "Range": ["bytes=0-1", "bytes=-1", "bytes=9-1", "bytes=" + ",".join(f"{n}-" for n in range(900)), "x=1"],
    "If-None-Match": ["*", '"x"', "W/", '"' * 99, ", ".join(f'"{n}"' for n in range(500))],
    "If-Modified-Since": ["Thu, 01 Jan 1970 00:00:00 GMT", "yesterday", "Thu, 99 Foo 9999 99:99:99 GMT"],
    "Cookie": [
        "session=x",
        "csrf=" + "x" * 64,
        "a=b; " * 3000,
        "session=" + "x" * 16_000,
        "\x01=\x02",
        "=;=;",
    ],
    "Host": [
        "evil.example",
        "127.0.0.1:99999",
        "[::1",
        "a b",
        "localhost,evil.example",
        "127.0.0.1@evil.example",
    ],
    "X-Forwarded-For": ["1.2.3.4", "1.2.3.4, evil", "::ffff:127.0.0.1", "," * 500, "a" * 3000],
    "X-Forwarded-Host": ["evil.example", "a, b"],
    "X-Forwarded-Proto": ["https", "https, http", "gopher"],
    "X-HTTP-Method-Override": ["DELETE"],
    "Referer": ["//evil.example", "javascript:1", "http://[", "\x00"],
    "Origin": ["null", "https://evil.example", "http://[", ""],
    "Sec-Fetch-Site": ["cross-site", "same-origin", "x"],
    "Content-Length": ["-1", "NaN", "99999999999", ""],
    "Transfer-Encoding": ["chunked", "x"],
    "User-Agent": ["", "<script>alert(1)</script>", "\x7f" * 200],
    "X-Request-Id": ["x" * 500, "a\r\nb", "<b>"],
}


class Asking:
    """Makes requests to a house that was learned by heart."""

    def __init__(self, known, seed):
        self.known, self.seed = known, seed

    def request(self, number):
        """Of a hundred: 55 questions, 17 other paths, 15 forms, 8 other methods, 5 other bodies."""
        random = Random(f"{self.seed}/{number}")
        make = random.choices([_question, _path, _form, _method, _body], [55, 17, 15, 8, 5])[0]
        return make(random, self.known)


def _question(random, known):
    return Request(random.choice(known.addresses), _query(random, known), headers=_headers(random))


def _path(random, known):
    parts = random.choice(known.addresses).strip("/").split("/")
    for _time in range(random.randint(1, 3)):
        place = random.randint(0, len(parts))
        parts[place : place + random.choice([0, 0, 1])] = [_part(random)]
    path = "/" * random.choice([1, 1, 1, 2]) + "/".join(parts) + random.choice(["", "/"])
    return Request(path, random.choice(["", _query(random, known)]), headers=_headers(random))


def _part(random):
    kind = random.random()
    if kind < 0.3:
        return random.choice(BYTES) + random.choice(["", "a", "/"])
    return quote(random.choice(WORDS if kind < 0.75 else NASTY), safe=random.choice(["", "/"]))


def _query(random, known):
    shape = random.random()
    if shape < 0.15:
        return ""
    if shape < 0.2:
        return "".join(
            random.choice([*BYTES, "&", "=", ";", "a", "q="]) for _each in range(random.randint(1, 20))
        )
    return "&".join(_pair(random, known) for _each in range(random.choice([1, 1, 2, 3, 6])))


def _pair(random, known):
    name, value = random.choice(known.pairs or [("q", "")])
    if random.random() < 0.75:
        value = random.choice(NASTY)
    if random.random() < 0.1:
        name = random.choice([f"{name}[]", random.choice(NASTY), name.upper(), f"{name}\x00"])
    return urlencode([(name, value)]) if random.random() < 0.9 else f"{name}={random.choice(BYTES)}"


def _form(random, known):
    """As the page has filled it in, with some answers spoiled, left out or given twice."""
    if not known.forms:
        return _question(random, known)
    path, method, fields = random.choice(known.forms)
    spoiled = random.choice([0.0, 0.3, 0.8])
    answers = [(name, random.choice(NASTY) if random.random() < spoiled else value) for name, value in fields]
    answers = [each for each in answers if random.random() < 0.95] + random.choices(
        answers, k=random.choice([0, 0, 1])
    )
    sent = urlencode(answers, errors="surrogatepass")
    headers = {**_headers(random), "From-Address": f"10.{random.randrange(256)}.{random.randrange(256)}.1"}
    if method == "GET":
        return Request(path, sent, headers=headers)
    headers["Sec-Fetch-Site"] = random.choice(["same-origin"] * 4 + ["cross-site"])
    return Request(path, "", "POST", sent.encode(), KINDS[0], headers)


def _method(random, known):
    return Request(
        random.choice(known.addresses),
        _query(random, known),
        random.choice(METHODS),
        headers=_headers(random),
    )


def _body(random, known):
    path = random.choice([*(form[0] for form in known.forms), *known.addresses])
    kind = random.choice(KINDS)
    body = random.choice(
        [
            random.randbytes(random.choice([1, 100, 20_000])),
            b"--x\r\nContent-Disposition: form-data; name=",
            b'--x\r\nContent-Disposition: form-data; name="q"; filename="../x"\r\n\r\n\xff\r\n--x--\r\n',
            b"&".join(b"n%d=1" % number for number in range(1500)),
            b'{"a": [' * 2000,
            b"a=%00&b=%ff&q-ticket=x",
        ]
    )
    return Request(path, "", random.choice(["POST", "POST", "PUT"]), body, kind, _headers(random))


def _headers(random):
    names = random.sample(sorted(HEADERS), k=random.choice([0, 0, 0, 1, 2]))
    return {name: random.choice(HEADERS[name]) for name in names}
