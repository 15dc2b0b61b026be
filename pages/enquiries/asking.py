"""What a form asks: the questions of the original, in the words of the page on which they are read."""

from pages.wording import marked


def questions(page):
    """The questions of the original, each with the one that words it in `worded`, if the page has that.

    So an answer means the same in every language, and a question that was added counts at once.
    """
    if page.original.pk == page.pk:
        return list(page.form_fields.all())
    asked, own = list(page.original.form_fields.all()), list(page.form_fields.all())
    by_key = {each.translation_key: each for each in own}
    by_name = {each.clean_name: each for each in own}
    for field in asked:
        field.worded = by_key.get(field.translation_key) or by_name.get(field.clean_name)
        field.is_foreign = not field.worded
    return asked


def said(field, name):
    """Label or help of a question; where nobody has translated it, as in the original and marked so."""
    text = getattr(field.worded or field, name)
    return marked(text, field.page.locale.language_code) if field.is_foreign else text


def consent(page):
    """What has to be ticked: where the original wants it, in the words of this page if it has any."""
    if not page.original.consent or page.original.pk == page.pk:
        return page.original.consent
    return page.consent or marked(page.original.consent, page.original.locale.language_code)
