def report(to, *, status="5.1.1", action="failed", said="smtp; 550 5.1.1 unknown", kind="report", more=""):
    """A mail that came back (RFC 3464), as Postfix writes it; `kind="mixed"` as OpenSMTPD does."""
    extra = "; report-type=delivery-status" if kind == "report" else ""
    return (
        f"From: MAILER-DAEMON@mx.example\r\nTo: {to}\r\nSubject: irgendetwas\r\n{more}"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/{kind}{extra}; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.example\r\nArrival-Date: Mon, 4 May 2026 12:00:00 +0000\r\n\r\n"
        f"Final-Recipient: rfc822; mina@post.example\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: {said}\r\n\r\n"
        "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: Neues im Mai\r\nTo: mina@post.example\r\n"
        "\r\n--b--\r\n"
    ).encode()


def holiday_note(to):
    """What somebody's mailbox answers by itself while they are away."""
    return (
        f"From: mina@post.example\r\nTo: {to}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        "Auto-Submitted: auto-replied\r\n\r\nI am away. Action: failed\r\nStatus: 5.1.1\r\n"
    ).encode()
