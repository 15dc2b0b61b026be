"""Which bricks an editor may stack, and where: the only list."""

from django.utils.html import format_html_join

from blocks.accordion import AccordionBlock
from blocks.address import AddressBlock
from blocks.buttons import ButtonBlock, ButtonsBlock
from blocks.carrier import CarrierBlock
from blocks.contact import ContactBlock
from blocks.contents import ContentsBlock
from blocks.download import DownloadBlock
from blocks.fact_list import FactListBlock
from blocks.gallery import GalleryBlock
from blocks.grid import GridBlock
from blocks.guarded import GuardedStream
from blocks.heading import HeadingBlock
from blocks.highlight import HighlightBlock
from blocks.introduction import IntroductionBlock
from blocks.latest_news import LatestNewsBlock
from blocks.listing import ListingBlock
from blocks.logo_wall import LogoWallBlock
from blocks.map import MapBlock
from blocks.newsletter_sign_up import NewsletterSignUpBlock
from blocks.notice import NoticeBlock
from blocks.opening_hours import OpeningHoursBlock
from blocks.outlined import OutlinedStream
from blocks.passage import PassageBlock
from blocks.picture import PictureBlock
from blocks.place import PlaceBlock
from blocks.quote import QuoteBlock
from blocks.separator import SeparatorBlock
from blocks.steps import StepsBlock
from blocks.table import TableBlock
from blocks.teaser import TeaserBlock
from blocks.text import TextBlock
from blocks.today import TodayBlock
from blocks.upcoming_events import UpcomingEventsBlock
from blocks.values import ValueBlock, ValuesBlock
from blocks.video import VideoBlock
from blocks.way_in import WayInBlock


class PassageStream(OutlinedStream):
    """What can be kept once and placed anywhere: no headings, since they depend on the place."""

    text = TextBlock()
    notice = NoticeBlock()
    highlight = HighlightBlock()
    quote = QuoteBlock()
    steps = StepsBlock()
    fact_list = FactListBlock()
    accordion = AccordionBlock()
    table = TableBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    map = MapBlock()
    download = DownloadBlock()
    teaser = TeaserBlock()
    grid = GridBlock()
    buttons = ButtonsBlock()
    listing = ListingBlock()
    upcoming_events = UpcomingEventsBlock()
    latest_news = LatestNewsBlock()
    today = TodayBlock()
    newsletter_sign_up = NewsletterSignUpBlock()
    logo_wall = LogoWallBlock()
    contact = ContactBlock()
    place = PlaceBlock()
    opening_hours = OpeningHoursBlock()
    address = AddressBlock()
    carrier = CarrierBlock()


class HeadedStream(OutlinedStream):
    """What begins a page or a section; offered first."""

    introduction = IntroductionBlock()
    heading = HeadingBlock()


class HomeStream(PassageStream, HeadedStream):
    """What the home page holds below its greeting."""

    separator = SeparatorBlock()
    values = ValuesBlock()
    passage = PassageBlock()


class BodyStream(HomeStream):
    """What any other page may hold."""

    contents = ContentsBlock()


class InvitationStream(GuardedStream):
    """At most two buttons below the greeting; the first one is the strongest."""

    button = ButtonBlock(template="blocks/button.html")

    class Meta:
        max_num = 2
        required = False

    def render_basic(self, value, context=None):
        buttons = (child.render({**(context or {}), "quiet": place}) for place, child in enumerate(value))
        return format_html_join("\n", "{}", ((button,) for button in buttons))


class WaysInStream(GuardedStream):
    """The large links below it, as entries of a list; those whose page is not published are left out."""

    way_in = WayInBlock()

    class Meta:
        max_num = 6
        required = False

    def render_basic(self, value, context=None):
        links = (child.render(context) for child in value if child.value.is_ready)
        return format_html_join("\n", "<li>{}</li>", ((link,) for link in links))


class ValueStream(GuardedStream):
    """The values, one after the other."""

    value = ValueBlock()

    class Meta:
        required = False

    def render_basic(self, value, context=None):
        return format_html_join("\n", "{}", ((child.render(context),) for child in value))
