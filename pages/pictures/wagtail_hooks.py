"""What pictures add to Wagtail."""

from wagtail import hooks

from pages.pictures.encoding import QuickFormatOperation


@hooks.register("register_image_operations", order=10)
def register_quick_format():
    return [("format", QuickFormatOperation)]
