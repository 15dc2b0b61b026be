"""The newsletter's readers, in the menu "Our house"."""

from django.contrib.auth.models import Permission
from django.urls import path
from wagtail import hooks

from pages.subscribers.desk.importing import ImportView
from pages.subscribers.desk.viewset import SubscriberViewSet

VIEWSET = SubscriberViewSet()


@hooks.register("register_admin_viewset")
def viewset():
    return VIEWSET


@hooks.register("register_house_menu_item")
def menu_item():
    return VIEWSET.get_menu_item(order=VIEWSET.menu_order)


@hooks.register("register_admin_urls")
def addresses():
    return [path("import/subscribers/", ImportView.as_view(), name="import_subscribers")]


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="subscribers")
