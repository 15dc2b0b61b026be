"""One picked colour in, readable shades out: no database, no request.

Hue and colourfulness stay as they were picked; only the lightness (in OKLCH) moves, until everything that
is read reaches the contrast that WCAG 2.2 asks for at level AAA (1.4.6): 7 to 1.
"""

from dataclasses import astuple, dataclass, fields

from coloraide import Color

ENOUGH = 7.0
STEP = 0.01


@dataclass(frozen=True)
class Shades:
    """What a page needs of one colour on one kind of ground; the names are those of tokens.css."""

    brand: str
    brand_strong: str
    on_brand: str
    brand_tint: str


@dataclass(frozen=True)
class Ground:
    """What the shades must be read on, as in tokens.css, and which way leads to more contrast.

    `on_brand` and `tint` are lightness and greatest colourfulness, in OKLCH.
    """

    papers: tuple[str, ...]
    direction: int
    on_brand: tuple[float, float]
    tint: tuple[float, float]


LIGHT = Ground(("#fefaf1", "#f9f0e1", "#fdeec5"), -1, on_brand=(0.99, 0.01), tint=(0.945, 0.03))
DARK = Ground(("#1e1814", "#2a221d", "#3b2e14"), 1, on_brand=(0.2, 0.03), tint=(0.29, 0.036))


def shades(colour: str, ground: Ground) -> Shades:
    """The shades of a colour (`#rrggbb`) that can be read on a ground."""
    lightness, colourfulness, hue = Color(colour).convert("oklch").coords(nans=False)
    on_brand, tint = (
        _hex(light, min(colourfulness, most), hue) for light, most in (ground.on_brand, ground.tint)
    )
    against = (*ground.papers, tint, on_brand)
    while min(_contrast(_hex(lightness, colourfulness, hue), one) for one in against) < ENOUGH:
        lightness += ground.direction * STEP
    strong = min(max(lightness + ground.direction * 0.09, 0), 1), colourfulness * 0.75, hue
    return Shades(_hex(lightness, colourfulness, hue), _hex(*strong), on_brand, tint)


def sheet(colour: str) -> str:
    """The style sheet that gives the site this colour; the same three situations as in tokens.css."""
    light, dark = _written(shades(colour, LIGHT)), _written(shades(colour, DARK))
    return (
        f":root{{{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        "@media (prefers-contrast:more){:root{--brand:var(--brand-strong)}}"
    )


def desk_sheet(colour: str) -> str:
    """The style sheet that gives Wagtail's editing side this colour, for its light and its dark theme."""
    light, dark = shades(colour, LIGHT), shades(colour, DARK)
    own = f"{_desk('primary', light.brand_strong)};{_desk('secondary', light.brand)}"
    in_light = "--w-color-text-label:var(--w-color-grey-600)"
    in_dark = (
        f"--w-color-text-label:var(--w-color-grey-150);"
        f"--w-color-secondary-100:{dark.brand};--w-color-secondary-75:{dark.brand_strong}"
    )
    return (
        f":root{{{own};{in_light}}}"
        f".w-theme-dark{{{in_dark}}}@media(prefers-color-scheme:dark){{.w-theme-system{{{in_dark}}}}}"
    )


def _desk(name: str, shade: str) -> str:
    """One of Wagtail's colours in the three parts from which it works out its own tints."""
    hue, saturation, lightness = Color(shade).convert("hsl").coords(nans=False)
    return (
        f"--w-color-{name}-hue:{hue:.1f};--w-color-{name}-saturation:{saturation * 100:.1f}%;"
        f"--w-color-{name}-lightness:{lightness * 100:.1f}%"
    )


def properties(shades: Shades) -> dict[str, str]:
    """The shades by the names that they have in tokens.css, without the dashes in front."""
    names = (field.name.replace("_", "-") for field in fields(shades))
    return dict(zip(names, astuple(shades), strict=True))


def _written(shades: Shades) -> str:
    return ";".join(f"--{name}:{shade}" for name, shade in properties(shades).items())


def _hex(lightness, colourfulness, hue):
    """The nearest colour that a screen can show, found by giving up colourfulness only."""
    shown = Color("oklch", [lightness, colourfulness, hue]).fit("srgb", method="oklch-chroma")
    return shown.convert("srgb").to_string(hex=True)


def _contrast(one, other):
    return Color(one).contrast(other, method="wcag21")
