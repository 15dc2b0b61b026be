"""Keeps the group of a partner in step with what is published: its name, its pages, its pictures."""

from itertools import count

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from blocks.originals import originals
from pages.partners.models import PartnerPage
from pages.pictures.models import File, Picture
from quartier.accounts.models import PartnerGroup
from quartier.accounts.running import models_with_partner, run_by

LONGEST_NAME = 140  # of Django's 150 for a group, so that a number still fits behind


def sync_page(page):
    """A page was saved, withdrawn or moved: the groups that it concerns follow."""
    model = page.specific_class
    if model is None or not issubclass(model, (PartnerPage, *models_with_partner())):
        return
    keys = set(
        PartnerGroup.objects.filter(group__page_permissions__page=page.pk).values_list(
            "partner_key", flat=True
        )
    )
    if issubclass(model, PartnerPage):
        keys.add(page.translation_key)
    else:
        named = model.objects.filter(pk=page.pk, live=True).exclude(partner=None)
        keys |= set(named.values_list("partner__translation_key", flat=True))
    for key in keys:
        sync_partner(key)


@transaction.atomic
def sync_partner(key):
    """Make, rename, fill, empty or dissolve the group of a partner, whatever is due. Safe to repeat."""
    partner = originals(PartnerPage.objects.filter(translation_key=key)).first()
    known = PartnerGroup.objects.select_related("group", "collection").filter(partner_key=key).first()
    if partner is None:
        return _dissolve(known) if known else None
    if known is None and partner.live:
        known = _found(key)
    if known:
        _rename(known, partner.title)
        _allow(known.group, _pages(partner))
    return None


def _pages(partner):
    """The keys of the pages that its people may change: none while the partner is withdrawn."""
    if not partner.live or partner.alias_of_id:
        return set()
    return {partner.pk, *run_by(partner.translation_key).values_list("pk", flat=True)}


def _found(key):
    """A group that may enter the editor's side, with a place for its own pictures."""
    group = Group.objects.create(name=f"partner {key}")
    group.permissions.set(_permissions("wagtailadmin", "access_admin"))
    root = Collection.get_first_root_node()
    collection = root.add_child(name=group.name)
    for permission in _permissions("wagtailimages", "add_image", "choose_image"):
        GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
    return PartnerGroup.objects.create(partner_key=key, group=group, collection=collection)


def _rename(known, title):
    with override(settings.LANGUAGE_CODE):
        wanted = (_("Partner: %(title)s") % {"title": title})[:LONGEST_NAME].strip()
    if known.group.name != (name := _free_name(wanted, known.group)):
        known.group.name = name
        known.group.save()
    if known.collection and known.collection.name != name:
        known.collection.name = name
        known.collection.save()


def _free_name(wanted, group):
    taken = Group.objects.exclude(pk=group.pk).filter(name__startswith=wanted).values_list("name", flat=True)
    names = (wanted if number == 1 else f"{wanted} ({number})" for number in count(1))
    return next(name for name in names if name not in set(taken))


def _allow(group, wanted):
    """`change_page` on exactly these pages, and nothing else on any page."""
    (change,) = _permissions("wagtailcore", "change_page")
    given = GroupPagePermission.objects.filter(group=group)
    given.exclude(page__in=wanted, permission=change).delete()
    there = set(given.values_list("page_id", flat=True))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=key, permission=change) for key in wanted - there
    )


def _dissolve(known):
    """The group goes; its pictures stay, for they may stand on pages of the house."""
    collection = known.collection
    known.group.delete()
    if collection and not _holds_anything(collection):
        collection.delete()


def _holds_anything(collection):
    held = (model.objects.filter(collection=collection).exists() for model in (Picture, File))
    return any(held) or not collection.is_leaf()


def _permissions(app, *codenames):
    return list(Permission.objects.filter(content_type__app_label=app, codename__in=codenames))
