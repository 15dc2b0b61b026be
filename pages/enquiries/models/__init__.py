"""Forms that volunteers build, and what residents write in them."""

from pages.enquiries.models.form_field import FormField
from pages.enquiries.models.form_page import FormPage
from pages.enquiries.models.submission import Attachment, Knock, Submission

__all__ = ["Attachment", "FormField", "FormPage", "Knock", "Submission"]
