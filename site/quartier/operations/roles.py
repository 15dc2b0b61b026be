"""Who may do what: editors publish, volunteers write and ask for approval. Both may say what is urgent."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)


@dataclass(frozen=True)
class Role:
    """What a group of people may do everywhere in the house, as codenames of permissions."""

    name: str
    on_pages: tuple[str, ...]
    on_files: tuple[str, ...]
    on_the_rest: tuple[tuple[str, str], ...]


SNIPPETS = [
    *(("topics", "topic"), ("topics", "audience"), ("people", "person"), ("places", "place")),
    *(("places", "room"), ("centre", "openinghours"), ("passages", "passage")),
    *(("events", "schoolholiday"), ("events", "outsidecalendar"), ("easy", "glossaryword")),
]

EDITORS = Role(
    pgettext_lazy("a group of people", "Editors"),
    on_pages=("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
    on_files=(
        *("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"),
        *("add_collection", "change_collection", "delete_collection"),
    ),
    on_the_rest=(
        ("wagtailadmin", "access_admin"),
        ("centre", "change_centre"),
        ("wagtail_localize", "submit_translation"),
        *((app, f"{verb}_{kind}") for app, kind in SNIPPETS for verb in ("add", "change", "delete", "view")),
        ("passages", "publish_passage"),
        ("enquiries", "view_submission"),
        ("letters", "change_letter"),
        *(("subscribers", f"{verb}_subscriber") for verb in ("add", "change", "delete", "view")),
        ("subscribers", "answer_for_data"),
        ("announcements", "add_urgent_notice"),
        ("mailings", "send_mailing"),
        *(("wagtailredirects", f"{verb}_redirect") for verb in ("add", "change", "delete")),
    ),
)
VOLUNTEERS = Role(
    pgettext_lazy("a group of people", "Volunteers"),
    on_pages=("add_page", "change_page"),
    on_files=("add_image", "choose_image", "add_document", "choose_document"),
    on_the_rest=(("wagtailadmin", "access_admin"), ("announcements", "add_urgent_notice")),
)
APPROVAL = _("Approval by the editors")


def create_roles():
    """Both groups with their rights, and the approval that volunteers' pages go through. Safe to repeat."""
    with override(settings.LANGUAGE_CODE):
        editors, _volunteers = _group(EDITORS), _group(VOLUNTEERS)
        task = GroupApprovalTask.objects.get_or_create(name=str(APPROVAL))[0]
        task.groups.set([editors])
        workflow = Workflow.objects.get_or_create(name=str(APPROVAL))[0]
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=Page.get_first_root_node(), defaults={"workflow": workflow})
    _forget_wagtails_own()


def group_of(role):
    """The group that a role became in this house's language."""
    with override(settings.LANGUAGE_CODE):
        return Group.objects.get(name=str(role.name))


def _group(role):
    group = Group.objects.get_or_create(name=str(role.name))[0]
    root = {"group": group, "page": Page.get_first_root_node()}
    on_pages = _permissions(("wagtailcore", codename) for codename in role.on_pages)
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(**root, permission=permission) for permission in on_pages], ignore_conflicts=True
    )
    root = {"group": group, "collection": Collection.get_first_root_node()}
    on_files = _permissions((app, codename) for codename in role.on_files for app in FILE_APPS)
    GroupCollectionPermission.objects.bulk_create(
        [GroupCollectionPermission(**root, permission=permission) for permission in on_files],
        ignore_conflicts=True,
    )
    group.permissions.set(_permissions(role.on_the_rest))
    return group


FILE_APPS = ["wagtailimages", "wagtaildocs", "wagtailcore"]


def _permissions(wanted):
    either = (Q(content_type__app_label=app, codename=codename) for app, codename in wanted)
    return Permission.objects.filter(reduce(or_, either))


def _forget_wagtails_own():
    """Wagtail's two groups do nearly the same under other names. Whoever uses them keeps them."""
    Group.objects.filter(name__in=["Moderators", "Editors"], user=None).exclude(
        name__in=[group_of(EDITORS).name, group_of(VOLUNTEERS).name]
    ).delete()
    Workflow.objects.filter(name="Moderators approval", workflow_pages=None, workflow_states=None).delete()
    Task.objects.filter(name="Moderators approval", workflow_tasks=None, task_states=None).delete()
