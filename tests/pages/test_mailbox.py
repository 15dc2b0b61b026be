import pytest

from pages.mailbox import (
    NoAddressError,
    UnsendableError,
    checked,
    key_of,
    limit_key_of,
    masked,
    spellings,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("mina@post.example", "mina@post.example"),
        ("  Mina.Yilmaz+haus@POST.example ", "Mina.Yilmaz+haus@post.example"),
        ("mina@müller.example", "mina@müller.example"),
        ("mina@xn--mller-kva.example", "mina@müller.example"),
        ("ｍｉｎａ＠ｐｏｓｔ．ｅｘａｍｐｌｅ", "mina@post.example"),
        ("mina@بيت.example", "mina@بيت.example"),
        ("o'neill@post.example", "o'neill@post.example"),
    ],
)
def test_an_address_is_kept_in_one_spelling(typed, kept):
    assert checked(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "@",
        "mina",
        "mina@post",
        "mina@localhost",
        "mina@127.0.0.1",
        "mina@[127.0.0.1]",
        "mina@post.example, kim@post.example",
        "mina@post.example\r\nBcc: alle@boese.example",
        "mina\n@post.example",
        "mina@post.example\x00",
        "mi na@post.example",
        "<mina@post.example>",
        "Mina <mina@post.example>",
        '"mina"@post.example',
        ".mina@post.example",
        "mi..na@post.example",
        "mina@-post.example",
        "mina@post..example",
        "mina@" + "p" * 64 + ".example",
        "m" * 65 + "@post.example",
        "mina@" + "post." * 50 + "example",
        "m" * 312 + "@post.de",
        "mina\u202e@post.example",
        "mina@p\u202eost.example",
        "mina@post.example\u2028x",
    ],
)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(NoAddressError):
        checked(typed)


@pytest.mark.parametrize("typed", ["müller@post.example", "мина@пост.example", "用户@例子.example"])
def test_an_address_that_most_servers_cannot_deliver_to_is_told_apart(typed):
    with pytest.raises(UnsendableError):
        checked(typed)


def test_one_mailbox_has_one_key_however_it_is_spelled():
    spelled = [
        "Mina@müller.example",
        "MINA@MÜLLER.EXAMPLE",
        "mina@xn--mller-kva.example",
        "ｍina@müller.example",
    ]

    assert {key_of(each) for each in spelled} == {"mina@xn--mller-kva.example"}


def test_two_people_are_not_taken_for_one():
    assert (
        len({key_of(each) for each in ("m.ina@post.example", "mina@post.example", "mina+x@post.example")})
        == 3
    )


@pytest.mark.parametrize(
    "spelled",
    ["mina@gmail.com", "M.i.n.a@gmail.com", "mina+1@gmail.com", "m.ina+2@googlemail.com", "MINA+@GMAIL.com"],
)
def test_for_the_limit_the_dots_and_tags_of_large_providers_do_not_count(spelled):
    assert limit_key_of(spelled) == "mina@gmail.com"


def test_elsewhere_dots_count_and_tags_do_not():
    assert limit_key_of("m.ina+haus@post.example") == "m.ina@post.example"
    assert limit_key_of("+haus@post.example") == "+haus@post.example"


def test_of_an_address_its_owner_sees_enough():
    assert masked("gerda.schulz@example.org") == "g…@example.org"


def test_an_address_is_found_however_its_host_is_written():
    assert spellings("Mina@Müller.example") == {"mina@müller.example", "mina@xn--mller-kva.example"}
