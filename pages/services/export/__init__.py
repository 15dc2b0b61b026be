"""All published services as open data, shaped as Open Referral wants it (HSDS 3.1); see ../README.md."""

from pages.services.export.answer import answer

__all__ = ["answer"]
