"""All that the doctor looks at, in the order in which it is told. A new concern is one line here."""

from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.concern import Asks, Concern, Group
from quartier.operations.doctor.concerns import (
    accounts,
    answering,
    backups,
    built,
    certificate,
    database,
    dates,
    disk,
    folders,
    legal,
    links,
    mail,
    names,
    pictures,
    searching,
    settings,
    stores,
    translations,
    versions,
    work,
)

CONCERNS = [
    Concern("database", _("Database"), Group.KEEPING, Asks.DATABASE, database.look_at),
    Concern("disk", _("Disk"), Group.KEEPING, Asks.HERE, disk.look_at),
    Concern("backup", _("Backup"), Group.KEEPING, Asks.HERE, backups.look_at),
    Concern("media", _("Media store"), Group.KEEPING, Asks.OUTSIDE, stores.media_store),
    Concern("cache", _("Cache"), Group.KEEPING, Asks.OUTSIDE, stores.cache_server),
    Concern("work", _("Regular tasks"), Group.WORK, Asks.DATABASE, work.look_at),
    Concern("mail", _("Settings of mail"), Group.MAIL, Asks.HERE, mail.setting),
    Concern("mail server", _("Mail server"), Group.MAIL, Asks.OUTSIDE, mail.server),
    Concern("outbox", _("Mail that waits"), Group.MAIL, Asks.DATABASE, mail.waiting),
    Concern("dns", _("Names (DNS)"), Group.MAIL, Asks.OUTSIDE, names.look_at),
    Concern("settings", _("Settings"), Group.SAFETY, Asks.HERE, settings.look_at),
    Concern("certificate", _("Certificate"), Group.SAFETY, Asks.OUTSIDE, certificate.look_at),
    Concern("accounts", _("Accounts"), Group.SAFETY, Asks.DATABASE, accounts.look_at),
    Concern("folders", _("Folders"), Group.SAFETY, Asks.HERE, folders.look_at),
    Concern("legal", _("Pages that the law asks for"), Group.CONTENT, Asks.DATABASE, legal.look_at),
    Concern("dates", _("Dates"), Group.CONTENT, Asks.DATABASE, dates.look_at),
    Concern("search", _("Search"), Group.CONTENT, Asks.DATABASE, searching.look_at),
    Concern("translations", _("Translations"), Group.CONTENT, Asks.DATABASE, translations.look_at),
    Concern("pictures", _("Pictures and documents"), Group.CONTENT, Asks.DATABASE, pictures.look_at),
    Concern("links", _("Links"), Group.CONTENT, Asks.DATABASE, links.look_at),
    Concern("answers", _("Answers of the site"), Group.PROGRAM, Asks.OUTSIDE, answering.look_at),
    Concern("built", _("Made from the program"), Group.PROGRAM, Asks.HERE, built.look_at),
    Concern("versions", _("Versions"), Group.PROGRAM, Asks.HERE, versions.look_at),
]
