import re
import site
import sysconfig
from pathlib import Path

import pytest
from django.template.loader import get_template
from wagtail.models import Locale, get_page_models

from quartier.stylesheet import SHEETS

HOUSE = Path(__file__).parents[2]
FIXED = {"manage.py", "pyproject.toml", "site", "pages", "blocks", "templates", "tests", "README.md"}
NEEDED_BY_TOOLS = {"Makefile", "requirements.txt", "LICENSE", "CHANGELOG.md"}
NOT_IN_GIT = {"var", "node_modules", "test-results", "__pycache__"}
CSS = HOUSE / "site/static/css"
NOT_OF_PAGES = {"widgets", "mail"}
OWN_STYLE = re.compile(r"\{% own_style ([^%]+)%\}")
ON_THE_WIRE = {Path(sheet).relative_to("css") for sheet in SHEETS}
TEMPLATES = sorted(
    path
    for path in (HOUSE / "templates").rglob("*.html")
    if "wagtailadmin" not in path.relative_to(HOUSE).parts
)
INCLUDE = re.compile(r"{%-?\s*include\s[^%]*%}")
EXTENDS = re.compile(r"{%\s*extends\s+[\"']([^\"']+)[\"']\s*%}")
OUR_PAGES = [model for model in get_page_models() if model.__module__.startswith("pages.")]


def test_the_house_has_eight_names_and_what_tools_look_for():
    names = {
        path.name for path in HOUSE.iterdir() if not path.name.startswith(".") and path.suffix != ".egg-info"
    }

    assert names >= FIXED
    assert names - FIXED - NOT_IN_GIT <= NEEDED_BY_TOOLS


def test_site_is_a_source_root_and_leaves_the_standard_module_its_name():
    assert not (HOUSE / "site/__init__.py").exists()
    assert Path(site.__file__).is_relative_to(sysconfig.get_path("stdlib"))


@pytest.mark.django_db
@pytest.mark.parametrize("model", OUR_PAGES, ids=lambda model: model.__name__)
def test_every_kind_of_page_has_its_template_under_its_own_name(model, rf):
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()

    template = model(locale=Locale.get_default()).get_template(rf.get("/"))

    assert template == f"pages/{model._meta.app_label}/{name}.html"
    assert get_template(template)


def test_every_stylesheet_is_imported_once_or_stands_in_the_head_of_one_kind_of_page():
    imported = {sheet: re.findall(r'@import "([^"]+)"', (CSS / sheet).read_text()) for sheet in ON_THE_WIRE}
    calls = [call for template in TEMPLATES for call in OWN_STYLE.findall(template.read_text())]
    own = [f"pages/{name}.css" for call in calls for name in re.findall(r'"(\w+)"', call)]

    sheets = {path.relative_to(CSS) for path in CSS.rglob("*.css")} - ON_THE_WIRE
    wanted = {str(sheet) for sheet in sheets if not NOT_OF_PAGES & {*sheet.parts}}
    assert {name for names in [*imported.values(), own] for name in names} == wanted
    assert not {*own} & {name for names in imported.values() for name in names}
    assert all(len(names) == len(set(names)) for names in imported.values())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(HOUSE / "templates")))
def test_templates_stand_on_two_levels_and_include_only_what_they_name(template):
    text = template.read_text()

    assert [tag for tag in INCLUDE.findall(text) if " only" not in tag] == []
    assert not any(above.startswith("pages/") for above in EXTENDS.findall(text))


def test_the_base_of_all_pages_stays_small():
    assert len((HOUSE / "pages/base.py").read_text().splitlines()) <= 100


def test_tests_stand_where_the_code_stands():
    rooms = {path.parent.name for path in (HOUSE / "pages").glob("*/__init__.py")}

    tested = {path.parent.name for path in (HOUSE / "tests/pages").glob("*/test_*.py")}

    assert tested == rooms


def test_a_part_dresses_only_what_bears_its_name_or_stands_within():
    """Else its rules would be missing on pages that show the rest of it alone."""
    within = {
        "form": {"faults"},
        "aloud": {"aloud-here"},
        "banners": {"banner"},
        "offers": {"offer"},
        "search-page": {"hit", "hits"},
        "way-in": {"ways-in"},
    }

    for part in re.findall(r'@import "([^"]+)"', (CSS / "parts.css").read_text()):
        name = Path(part).stem.replace("_", "-")
        rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", ",", (CSS / part).read_text(), flags=re.S)
        for selector in re.findall(r"[^{},]*\.[a-z][^{},]*", rules):
            dressed = {re.split(r"__|--", one)[0] for one in re.findall(r"\.([a-z][\w-]*)", selector)}
            assert dressed & {name, *within.get(name, ())}, (part, selector)
