"""AVIF at a price that a small server can pay."""

from wagtail.images.image_operations import FormatOperation
from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage

SPEED = 8
"""Of libavif's 0 (smallest) to 10 (fastest). For 1600 x 1067 pixels of a flat drawing 6 (Pillow's own choice)
takes 1,000 ms for 31 kB, 8 takes 150 ms for 37 kB, 9 takes 40 ms for 50 kB."""

SUBSAMPLING = "4:4:4"
"""Full colour at each pixel. A drawing of the demo takes 13.7 kB at quality 52; 4:2:0 smears its reds and
needs 17.2 kB (quality 64) to come as close to the original."""


class QuickAvif(PillowImage):
    """A picture that is saved as AVIF with less patience than Pillow has by itself."""

    def save_as_avif(self, f, quality=80, lossless=False, apply_optimizers=True):
        self.image.save(f, "AVIF", quality=100 if lossless else quality, speed=SPEED, subsampling=SUBSAMPLING)
        return AvifImageFile(f)


class QuickFormatOperation(FormatOperation):
    """Wagtail's `format-…`; neither Wagtail nor Willow has a setting for the speed."""

    def run(self, willow, image, env):
        super().run(willow, image, env)
        if self.format == "avif" and isinstance(willow, PillowImage) and willow.image.mode != "CMYK":
            return QuickAvif(willow.image)
        return None
