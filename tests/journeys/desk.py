"""An editor's desk: Wagtail's admin, used with words that stand on the screen."""

import re

from playwright.sync_api import expect

# What is typed before Wagtail has looked at a form, two seconds after it came, counts as what it came with.
LOOKED_AT = """
    const lookedAt = () => document.documentElement.setAttribute("data-looked-at", "");
    addEventListener("w-unsaved:watch-edits", lookedAt);
"""


class Desk:
    """The admin as one person sees it after logging in."""

    def __init__(self, context, site, name):
        self.site, self.page = site, context.new_page()
        self.page.add_init_script(LOOKED_AT)
        self.page.set_default_timeout(20_000)
        self.page.goto(f"{site.url}/admin/")
        self.page.fill("input[name=username]", name)
        self.page.fill("input[name=password]", site.logins()[name])
        self.page.press("input[name=password]", "Enter")
        expect(self.page.get_by_role("heading", name="Was möchten Sie tun?")).to_be_visible()

    def begin_plain_page(self, title):
        """A new plain page below the home page, with its title typed, no quicker than a person would."""
        self.page.get_by_role("link", name="Neue Seite").first.click()
        self.page.get_by_role("link", name="Einfache Seite").first.click()
        self.page.locator("html[data-looked-at]").wait_for(state="attached")
        self.page.get_by_placeholder("Seitentitel").fill(title)

    def add_brick(self, name):
        """One more brick at the end of the content; its place among them."""
        place = self.page.locator("input[name^=body-][name$=-type]").count()
        self.page.locator("[data-contentpath=body] button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name=name, exact=True).click()
        expect(self.page.locator(f"input[name=body-{place}-type]")).to_be_attached()
        return f"body-{place}"

    def write(self, field, words):
        """Type into a field, rich text or plain."""
        box = self.page.locator(f"[name='{field}']")
        if box.get_attribute("type") == "hidden":
            near = "xpath=ancestor::*[.//*[@contenteditable='true']][1]//*[@contenteditable='true']"
            box.locator(near).first.click()
            self.page.keyboard.type(words)
            expect(box).to_have_value(re.compile(re.escape(words)))
        else:
            box.fill(words)

    def wait_until_saved(self):
        """A new page saves itself a moment after it was begun, and then has an address of its own."""
        self.page.wait_for_url("**/edit/")
        self.page.wait_for_load_state("networkidle")

    def press(self, name):
        """One of the buttons at the foot of the editor; the rarer ones are folded away."""
        button = self.page.locator("footer").get_by_role("button", name=name)
        if not button.is_visible():
            self.page.locator("footer").get_by_role("button", name="Mehr Aktionen").click()
        with self.page.expect_navigation():
            button.click()

    def save(self):
        self.press("Entwurf speichern")
        self.page.wait_for_url("**/edit/")

    def open_draft(self):
        """The page as it would look, in a window of its own."""
        number = self.page.url.split("/pages/")[1].split("/")[0]
        self.page.goto(f"{self.site.url}/admin/pages/{number}/view_draft/")
        return self.page
