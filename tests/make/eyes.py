"""What a browser would make of HTML that somebody tried to poison. Read by html5ever, a browser's parser."""

import re

import nh3

MARK = "evil"
"""An attribute that stands in each element of `poison`: where it is read as one, somebody broke out."""

ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "cite", "background", "ping", "content"}
HANDLERS = {"onerror", "onload", "onclick", "onmouseover", "onfocus", "ontoggle", "onbegin", "onpageshow"}
SCHEMES = {"http", "https", "mailto", "tel", "data", "javascript", "vbscript", "webcal", "file"}
ELEMENTS = {
    *("a", "abbr", "animate", "area", "article", "aside", "audio", "b", "base", "bdi", "blockquote", "br"),
    *(
        "button",
        "caption",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "fieldset",
        "figcaption",
    ),
    *("figure", "footer", "form", "frame", "h1", "h2", "h3", "h4", "header", "hr", "i", "iframe", "img"),
    *("input", "ins", "label", "legend", "li", "link", "main", "map", "mark", "math", "meta", "mglyph", "mi"),
    *("mtext", "nav", "noscript", "object", "ol", "option", "p", "picture", "q", "s", "script", "section"),
    *(
        "select",
        "set",
        "small",
        "source",
        "span",
        "strong",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
    ),
    *(
        "template",
        "textarea",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "track",
        "u",
        "ul",
        "use",
        "video",
        "wbr",
    ),
}
CODE = re.compile(r"(javascript|vbscript|data(?!:image/)|file):", re.I)
UNSEEN = re.compile(r"[\0-\x20\x7f]")


def harm(html) -> list[str]:
    """Each element of a stranger, each script in an attribute, each address that runs something."""
    found = []

    def look(element, name, value):
        if name == MARK or name in HANDLERS or (name in ADDRESSES and CODE.match(UNSEEN.sub("", value))):
            found.append(f"<{element} {name}={value[:60]!r}>")
        return value

    nh3.clean(
        html,
        tags=ELEMENTS,
        clean_content_tags=set(),
        attributes={"*": {MARK, *HANDLERS, *ADDRESSES}},
        attribute_filter=look,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return found
