"""A film, from elsewhere or one's own."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from blocks.download import FileBlock
from blocks.embeds import player
from blocks.framed import allow_frame
from blocks.groups import MEDIA
from blocks.links import LinkAddressBlock
from blocks.picture import DecorativeImageBlock
from blocks.prose import ProseBlock

ONE_OF_THESE = _(
    "Films can be shown from YouTube, Vimeo or PeerTube (%(hosts)s). For others, use a button with a link."
)


class VideoValue(blocks.StructValue):
    """Where the film comes from."""

    @property
    def player(self):
        """Address and owner of the player; None for a film of one's own."""
        return player((self.get("address") or "").strip(), settings.PEERTUBE_HOSTS)


class VideoBlock(blocks.StructBlock):
    """A film. Nothing is loaded from elsewhere before the reader has said yes."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    address = LinkAddressBlock(
        label=_("address of the film"),
        required=False,
        default="",
        max_length=500,
        search_index=False,
        help_text=_("On YouTube, Vimeo or PeerTube: copy the line at the top of your browser."),
    )
    file = FileBlock(label=_("or a file of our own"), required=False, help_text=_("MP4 or WebM."))
    subtitles = FileBlock(
        label=_("subtitles for our own file"), required=False, help_text=_("A WebVTT file, ending in .vtt.")
    )
    picture = DecorativeImageBlock(label=_("picture shown before"), required=False)
    transcript = ProseBlock(
        label=_("what is said and shown, as text"),
        required=False,
        help_text=_("For people who cannot hear or see the film, or have little data left."),
    )

    class Meta:
        template = "blocks/video.html"
        icon = "media"
        group = MEDIA
        label = _("Film")
        label_format = "{title}"
        value_class = VideoValue
        description = _("A film. Nothing is loaded from elsewhere before the reader has said yes.")
        preview_value = {
            "title": _("A walk through the house"),
            "address": "https://vimeo.com/76979871",
            "transcript": _("<p>We walk through the garden gate and into the café.</p>"),
        }

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        errors = {name: ValidationError(text) for name, text in faults(value)}
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    def get_context(self, value, parent_context=None):
        if value.player:
            allow_frame(parent_context, value.player[0])
        return super().get_context(value, parent_context)


def faults(value):
    """What keeps a film from being shown, as (field, sentence)."""
    address, file, subtitles = (value.get(name) for name in ("address", "file", "subtitles"))
    transcript = value.get("transcript")
    if bool(address) == bool(file):
        yield "address", _("Please give either an address or a file.")
    elif address and not value.player:
        yield "address", ONE_OF_THESE % {"hosts": ", ".join(settings.PEERTUBE_HOSTS) or "–"}
    if file and file.file_extension not in ("mp4", "webm"):
        yield "file", _("A film has to be an MP4 or WebM file.")
    if subtitles and subtitles.file_extension != "vtt":
        yield "subtitles", _("Subtitles have to be a WebVTT file (.vtt).")
    if file and not subtitles and not (transcript and transcript.source.strip()):
        yield (
            "subtitles",
            _("Please add subtitles, or the text of the film below, for people who cannot hear it."),
        )
