"""Every address of the house."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from pages import outlets
from pages.mailings import urls as mailings
from pages.subscribers.urls import for_programs, in_a_language
from quartier import views
from quartier.reporting.views import metrics
from quartier.search.views import search
from quartier.signing_in import urls as signing_in
from quartier.sitemap import HouseSitemap

served, *others = wagtaildocs_urls.urlpatterns
documents = [re_path(served.pattern.regex.pattern, views.document, name=served.name), *others]
urlpatterns = [
    path("", views.front_door),
    *signing_in.at_the_desk,
    path("admin/", include(wagtailadmin_urls)),
    *signing_in.documents,
    path("documents/", include(documents)),
    path("media/<path:path>", views.media),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": HouseSitemap}}),
    path("metrics", metrics),
    path("robots.txt", views.robots),
    path(".well-known/security.txt", views.security),
    path("favicon.ico", views.favicon),
    *for_programs,
    *mailings.for_programs,
]
urlpatterns += i18n_patterns(
    path(_("search/"), search, name="search"),
    *in_a_language,
    *signing_in.in_a_language,
    *wagtail_urls.urlpatterns[:-1],
    re_path(outlets.ADDRESS, views.page),
    re_path(wagtail_urls.serve_pattern, views.page, name="wagtail_serve"),
)

handler400 = "quartier.views.bad_request"
handler403 = "quartier.views.forbidden"
handler404 = "quartier.views.not_found"
handler500 = "quartier.outages.answering.server_error"
