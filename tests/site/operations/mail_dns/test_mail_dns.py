"""What `manage.py mail_dns` tells an operator, asked of a real name server."""

import base64
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quartier.operations.mail_dns import zone
from tests.make.name_server import NameServer

FROM = "Haus <hallo@haus.example>"


def der(tag, content):
    size = len(content).to_bytes(2, "big")
    return bytes([tag, 0x82]) + size + content


def key(bits=2048):
    """The public half of an RSA key as DKIM writes it down; only its length is true."""
    modulus = b"\x00" + (1 << (bits - 1)).to_bytes(bits // 8, "big")
    bare = der(0x30, der(0x02, modulus) + der(0x02, b"\x01\x00\x01"))
    wrapped = der(0x30, der(0x30, der(0x06, b"\x2a") + der(0x05, b"")) + der(0x03, b"\x00" + bare))
    return base64.b64encode(wrapped).decode()


def txt(*texts):
    quoted = (" ".join(f'"{text[at : at + 255]}"' for at in range(0, len(text), 255)) for text in texts)
    return {"TXT": list(quoted)}


def in_order(**changes):
    """A domain with which nothing is wrong. Names of changes: `__` is a dot, and the domain follows."""
    good = {
        "haus.example": {"MX": ["10 mx.haus.example."], **txt("v=spf1 mx include:spf.provider.example -all")},
        "mx.haus.example": {"A": ["192.0.2.1"]},
        "spf.provider.example": txt("v=spf1 ip4:192.0.2.0/24 ~all"),
        "mail._domainkey.haus.example": txt(f"v=DKIM1; k=rsa; p={key()}"),
        "_dmarc.haus.example": txt("v=DMARC1; p=quarantine; rua=mailto:post@haus.example"),
    }
    return {**good, **changes}


def told(names, *options, sender=FROM, **server):
    """What the command says, and with what it ends."""
    out = StringIO()
    with NameServer(names, **server) as there:
        try:
            call_command("mail_dns", "--from", sender, "--nameserver", there.address, *options, stdout=out)
        except CommandError as ended:
            return f"{out.getvalue()}\n{ended}", ended.returncode
    return out.getvalue(), 0


def changed(name, **records):
    return {**in_order(), name: {**in_order().get(name, {}), **records}}


def test_a_domain_in_order_is_called_so_and_ends_well():
    said, code = told(in_order(), "--selector", "mail")

    assert code == 0
    assert "WRONG" not in said
    assert "hint" not in said
    assert "Mail for haus.example goes to mx.haus.example." in said
    assert "Mail of haus.example can be signed with the key “mail”." in said
    assert "DMARC of haus.example: forged mail goes to the spam folder." in said


def test_an_empty_domain_is_told_each_record_that_it_needs(settings):
    settings.EMAIL_HOST = "smtp.provider.example"
    said, code = told({"haus.example": {"A": ["192.0.2.1"]}})

    assert code == 1
    assert 'haus.example. IN TXT "v=spf1 mx a:smtp.provider.example ~all"' in said
    assert 'SELECTOR._domainkey.haus.example. IN TXT "v=DKIM1; k=rsa; p=…"' in said
    assert '_dmarc.haus.example. IN TXT "v=DMARC1; p=none; rua=mailto:postmaster@haus.example"' in said


def spf(record, **more):
    return told({**changed("haus.example", **txt(record)), **more})


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        ("v=spf1 +all", "lets everybody send in its name"),
        ("v=spf1 mx all", "lets everybody send in its name"),
        ("v=spf1 mx", "does not say what to think of mail from other servers"),
        ("v=spf1 mx ?all", "does not say what to think of mail from other servers"),
        ("v=spf1 ipv4:192.0.2.1 -all", "“ipv4:192.0.2.1” in the record of haus.example is no word of SPF"),
        ("v=spf1 include:none.example -all", "none.example, which it refers to, has no SPF records"),
        ("v=spf1 include:haus.example -all", "leads in a circle or nowhere"),
        ("v=spf1 redirect=", "leads in a circle or nowhere"),
        ("v=spf1 " + "a:a.example " * 11 + "-all", "takes more than 10 questions"),
        ("v=spf1 " + "include:spf.provider.example " * 11 + "-all", "takes more than 10 questions"),
        ("v=spf1 !!! -all", "cannot be read"),
    ],
)
def test_a_sender_policy_that_does_not_hold_is_named(record, complaint):
    said, _code = spf(record)

    assert complaint in said
    assert "says which servers may send its mail" not in said


def test_a_policy_that_refers_to_anothers_is_read_there():
    said, _code = spf("v=spf1 redirect=spf.provider.example")

    assert "SPF   ok" in said


def test_a_policy_that_lets_everybody_in_is_shown_the_better_one():
    said, code = spf("v=spf1 mx +all")

    assert code == 1
    assert 'haus.example. IN TXT "v=spf1 mx ~all"' in said


def test_two_policies_are_none():
    said, _code = told(changed("haus.example", **txt("v=spf1 mx -all", "v=spf1 a -all")))

    assert "has 2 SPF records; then none counts" in said


def test_a_circle_of_many_records_ends():
    loop = {f"s{n}.example": txt(f"v=spf1 include:s{(n + 1) % 30}.example -all") for n in range(30)}
    said, _code = spf("v=spf1 include:s0.example -all", **loop)

    assert "takes more than 10 questions" in said


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        ("v=DKIM1; p=", "is withdrawn"),
        ("v=DKIM1; k=rsa; p=AAAA", "cannot be read"),
        (f"v=DKIM1; p={key()[:200]}", "cannot be read"),
        (f"v=DKIM1; p={key(512)}", "has 512 bits only"),
        (f"v=DKIM1; p={key(1024)}", "has 1024 bits; 2048 are usual today"),
        (f"v=DKIM1; t=y; p={key()}", "is marked as a trial"),
        (f"v=DKIM1; k=dsa; p={key()}", "cannot be read"),
    ],
)
def test_a_key_that_does_not_hold_is_named(record, complaint):
    said, _code = told(changed("mail._domainkey.haus.example", **txt(record)), "--selector", "mail")

    assert complaint in said
    assert "can be signed" not in said


def test_a_key_of_the_new_kind_is_good():
    record = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    said, code = told(changed("mail._domainkey.haus.example", **txt(record)), "--selector", "mail")

    assert code == 0
    assert "can be signed with the key “mail”" in said


def test_keys_under_unknown_names_are_not_called_missing():
    names = in_order()
    names["secret._domainkey.haus.example"] = names.pop("mail._domainkey.haus.example")
    said, code = told(names)

    assert code == 0
    assert "has keys, under names that only your provider knows" in said


def test_a_key_that_was_named_and_is_not_there_is_missing():
    said, code = told(in_order(), "--selector", "mail", "--selector", "other")

    assert code == 1
    assert "There is no key “other” at haus.example" in said
    assert "can be signed with the key “mail”" in said


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        ("v=DMARC1; p=none", "nothing happens to forged mail"),
        ("v=DMARC1; p=nonsense", "has no policy that anybody knows (p=nonsense)"),
        ("v=DMARC1", "has no policy that anybody knows"),
        (
            "v=DMARC1; p=reject; rua=mailto:x@watch.example",
            "watch.example does not say that it wants the reports",
        ),
    ],
)
def test_a_policy_for_forged_mail_that_does_not_hold_is_named(record, complaint):
    said, _code = told(changed("_dmarc.haus.example", **txt(record)))

    assert complaint in said


def test_reports_to_others_that_want_them_are_fine():
    names = changed("_dmarc.haus.example", **txt("v=DMARC1; p=reject; rua=mailto:x@watch.example!10m"))
    said, _code = told({**names, "haus.example._report._dmarc.watch.example": txt("v=DMARC1")})

    assert "does not say that it wants" not in said


def test_a_subdomain_is_protected_by_the_policy_of_the_domain_above():
    names = {**in_order(), "_dmarc.haus.example": txt("v=DMARC1; p=reject; sp=quarantine")}
    said, _code = told(names, sender="post@mail.haus.example")

    assert "DMARC of haus.example: forged mail goes to the spam folder." in said


def test_bounces_to_a_foreign_domain_do_not_count_for_the_sender(settings):
    settings.BOUNCE_ADDRESS = "bounce@provider.example"
    names = {**in_order(), "provider.example": {"MX": ["10 mx.haus.example."], **txt("v=spf1 mx -all")}}
    said, code = told(names, "--selector", "mail")

    assert code == 0
    assert "every mail has to be signed with DKIM" in said


def test_bounces_to_a_subdomain_count_unless_the_domain_wants_it_exactly(settings):
    settings.BOUNCE_ADDRESS = "bounce@bounces.haus.example"
    below = {"bounces.haus.example": {"MX": ["10 mx.haus.example."], **txt("v=spf1 mx -all")}}

    relaxed, _code = told({**in_order(), **below})
    strict, _code = told({**in_order(), **below, "_dmarc.haus.example": txt("v=DMARC1; p=reject; aspf=s")})

    assert "SPF counts for DMARC: mail comes back to bounces.haus.example." in relaxed
    assert "which is not haus.example: so SPF does not count" in strict


@pytest.mark.parametrize(
    ("records", "complaint"),
    [
        ({"MX": ["0 ."]}, "takes no mail at all"),
        ({"MX": ["10 gone.haus.example."]}, "should go to gone.haus.example, and that name has no address"),
        ({"MX": []}, "takes no mail: answers to your mail are lost"),
        ({"MX": [], "A": ["192.0.2.1"]}, "has no MX record. Mail goes to its web server"),
    ],
)
def test_a_domain_that_no_answer_reaches_is_named(records, complaint):
    said, _code = told(changed("haus.example", **records))

    assert complaint in said


def test_an_address_at_a_mail_provider_is_no_sender_of_our_own():
    said, code = told({}, sender="kiez@gmx.de")

    assert code == 1
    assert "only that provider may send from it" in said


def test_a_domain_with_an_umlaut_is_asked_for_as_dns_writes_it():
    with NameServer({}) as there, pytest.raises(CommandError):
        call_command(
            "mail_dns", "--from", "a@müller.example", "--nameserver", there.address, stdout=StringIO()
        )

    assert "xn--mller-kva.example" in there.asked


@pytest.mark.parametrize("sender", ["", "Haus", "a@localhost", "a@" + "x" * 70 + ".example", "a@ü..example"])
def test_what_is_no_sender_is_told_so(sender, settings):
    settings.DEFAULT_FROM_EMAIL = ""

    with pytest.raises(CommandError, match=r"is no mail address|No sender is set"):
        call_command("mail_dns", "--from", sender, stdout=StringIO())


def test_name_servers_that_do_not_answer_are_told_from_missing_records(monkeypatch):
    monkeypatch.setattr(zone.Zone.__init__, "__defaults__", ("", 0.3))

    silent = told(in_order(), silent=["haus.example"])
    broken = told(in_order(), broken=["_dmarc.haus.example"])

    assert "DNS could not be asked (haus.example MX: no answer in time). Is this machine online?" in silent[0]
    assert "DNS could not be asked" in broken[0]
    assert silent[1] == broken[1] == 2


def test_a_name_server_that_is_none_is_told_so():
    with pytest.raises(CommandError, match="“nonsense” is no address of a name server"):
        call_command("mail_dns", "--from", FROM, "--nameserver", "nonsense", stdout=StringIO())
