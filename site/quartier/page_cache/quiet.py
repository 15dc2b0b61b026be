"""What may be written without any reader seeing another page: everything else makes all copies old.

A table belongs here only if no public page, feed or export asks it. `tests/site/page_cache/test_quiet.py`
holds the list to tables that exist.
"""

TABLES = {
    # The machine room: who is at which job, what waits to be sent, who was here.
    "operations_jobrun",
    "operations_examination",
    "django_session",
    "letters_letter",
    "mailings_mailing",
    "mailings_words",
    "mailings_delivery",
    "mailings_gate",
    "mailings_installation",
    "mailings_plan",
    "newsletters_preparation",
    "newsletters_told",
    "languages_errand",
    # What people send in: nobody else ever reads it.
    "enquiries_submission",
    "enquiries_attachment",
    "enquiries_knock",
    "wagtailforms_formsubmission",
    "subscribers_subscriber",
    "subscribers_subscriber_topics",
    "subscribers_subscriber_audiences",
    "subscribers_wish",
    "subscribers_pastconsent",
    "subscribers_asked",
    # Drafts, and the editor's side.
    "wagtailcore_revision",
    "wagtailcore_pagelogentry",
    "wagtailcore_modellogentry",
    "wagtailcore_comment",
    "wagtailcore_commentreply",
    "wagtailcore_pagesubscription",
    "wagtailcore_taskstate",
    "wagtailcore_workflowstate",
    "wagtailcore_uploadedfile",
    "wagtailcore_referenceindex",
    "wagtailcore_apitoken",
    "wagtailadmin_editingsession",
    "wagtailadmin_formstate",
    "wagtailsearch_indexentry",
    "wagtailsearch_indexentry_fts",
    "wagtailusers_userprofile",
    "plainly_reading",
    # Sizes of pictures, made when first asked for: pages name them before they are there.
    "pictures_rendition",
    "wagtailimages_rendition",
}
PREFIXES = ("account_", "mfa_", "signing_in_")
"""Tables of the way in for editors: a stranger who guesses passwords makes no page old."""

DRAFT = {
    *("latest_revision_id", "latest_revision_created_at", "draft_title", "has_unpublished_changes"),
    *("locked", "locked_at", "locked_by_id"),
}
"""Columns that a draft writes beside the published page, on whatever has drafts."""

COLUMNS = {
    "auth_user": {"last_login"},
    "events_outsidecalendar": {"tried_at", "fetched_at", "etag", "trouble", "unreadable"},
}
"""Columns of one table that no reader sees."""

WITHDRAWING = {
    *("wagtailcore_pageviewrestriction", "wagtailcore_collectionviewrestriction"),
    *("pictures_picture", "pictures_file", "people_person"),
}
"""After a change here old copies may show what is no longer for everybody: they never come back."""
