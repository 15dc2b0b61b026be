"""What an issue is made of: a few bricks that every mail program can show."""

from blocks.buttons import ButtonsBlock
from blocks.heading import HeadingBlock
from blocks.outlined import OutlinedStream
from blocks.picture import PictureBlock
from blocks.text import TextBlock
from pages.newsletters.blocks import AnnouncementsBlock, EventsBlock, PagesBlock, ServicesBlock


class LetterStream(OutlinedStream):
    """Text, pictures, buttons, and the places at which the chosen entries stand."""

    text = TextBlock()
    heading = HeadingBlock()
    picture = PictureBlock()
    buttons = ButtonsBlock()
    announcements = AnnouncementsBlock()
    events = EventsBlock()
    services = ServicesBlock()
    pages = PagesBlock()
