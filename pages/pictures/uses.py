"""Where a picture can stand, and which sizes that takes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Use:
    """One place for a picture: its shape, its widths in pixels, and how wide browsers will draw it."""

    widths: tuple[int, ...] = ()
    sizes: str = ""
    shape: tuple[int, int] | None = None
    box: tuple[int, int] | None = None
    better_formats: tuple[str, ...] = ("avif", "webp")
    fallback: str = "jpeg"
    is_main: bool = True
    """Whether a browser may put off other things for it."""

    def crops(self, width, height):
        """Filters that cut a picture of this size, smallest first; none that it could not fill."""
        if self.box:
            return [f"max-{self.box[0]}x{self.box[1]}"]
        widest = width
        if self.shape:
            across, down = self.shape
            widest = min(width, height * across // down)
        sharp = [each for each in self.widths if each <= widest]
        if len(sharp) < len(self.widths) and (not sharp or widest > 1.25 * sharp[-1]):
            sharp.append(self.widths[len(sharp)])
        return [self._crop(each) for each in sharp]

    def drawing(self, picture):
        """The filter that cuts an SVG, which is sharp in any size."""
        return self.crops(picture.width, picture.height)[-1]

    def spec(self, crop, form):
        """The filter that cuts a photograph and saves it in this format."""
        return f"{crop}|format-{form}"

    def _crop(self, width):
        if not self.shape:
            return f"width-{width}"
        across, down = self.shape
        return f"fill-{width}x{round(width * down / across)}"


USES = {
    "hero": Use((440, 880), "(min-width: 28rem) 27rem, 92vw", shape=(4, 5)),
    "card": Use((420, 840), "(min-width: 60em) 26rem, (min-width: 40em) 45vw, 92vw", shape=(4, 3)),
    "half": Use((480, 960), "(min-width: 76em) 36rem, (min-width: 40em) 45vw, 92vw", shape=(4, 3)),
    "content": Use((480, 800, 1280), "(min-width: 46em) 42rem, 92vw"),
    "beside": Use((320, 640), "(min-width: 40em) 18rem, 92vw"),
    "wide": Use((640, 1280, 1920), "(min-width: 80em) 76rem, 96vw"),
    "portrait": Use((160, 320), "8rem", shape=(1, 1)),
    "logo": Use(box=(400, 200), fallback="png", is_main=False),
    "poster": Use((1280,), better_formats=()),
    "letter": Use((1184,), better_formats=()),  # mail programs know no AVIF, and not all of them WebP
    "letter-logo": Use(box=(144, 144), better_formats=(), is_main=False),
    "sharing": Use((1200,), shape=(40, 21), better_formats=()),
}
