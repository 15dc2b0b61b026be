"""What somebody does who has no mouse."""


def tab_to(page, control, presses=400):
    """Go on with the Tab key until a control has the focus."""
    for _press in range(presses):
        if control.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The Tab key does not lead there.")


def type_in(page, *words):
    """Fill one field after another and send, from the field on that the page gives the focus to.

    It does so a moment after it came: keys pressed before that are lost.
    """
    page.locator("input:focus").wait_for()
    for word in words[:-1]:
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.keyboard.type(words[-1])
    page.keyboard.press("Enter")
