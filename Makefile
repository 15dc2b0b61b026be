# What one does with Quartier. `make` alone lists it.

PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= $(CURDIR)/var
export DATA_DIR PORT

PY := .venv/bin/python
MANAGE := $(PY) manage.py
PIP := $(PY) -m pip --disable-pip-version-check --no-input install -qq --require-hashes --no-deps
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard site/locale/*/LC_MESSAGES/*.po))
STATIC := $(DATA_DIR)/static/staticfiles.json
NPM := tests/browser/node_modules/.package-lock.json
TOOLS := $(if $(and $(shell command -v chromium),$(shell command -v java),$(shell command -v npm)),$(NPM))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo run test tools check lock catalogues preflight \
	lint format imports django deploy migrations zero templates words

help: ## list what can be done
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

demo: $(CATALOGUES) $(STATIC) ## a whole demo centre at http://127.0.0.1:8000, served as in earnest (PORT=8123, PYTHON=python3.12)
	@$(MANAGE) demo
	@$(PY) -I site/quartier/operations/serving.py $(PORT) /de/

run: .venv/.tools $(CATALOGUES) ## the demo centre with the development server, which reloads what you change (PORT=8123)
	@$(MANAGE) demo
	@$(MANAGE) runserver 127.0.0.1:$(PORT)

test: .venv/.tools $(CATALOGUES) $(TOOLS) ## all tests; those in a browser where Chromium, Java and npm are installed (ARGS="tests/blocks -k quote")
	@$(PY) -m pytest $(ARGS)

tools: $(NPM) ## what the tests in a browser need from npm; `make test` does it where it can

check: lint format imports django deploy migrations zero templates words ## style, layers, settings, migrations, catalogues: all but the tests

catalogues: .venv/.tools ## collect new words into the catalogues of translations
	@$(MANAGE) catalogues

lock: | preflight ## write requirements.txt anew from pyproject.toml, with the hash of each package
	@$(PYTHON) -m venv $(DATA_DIR)/lock && $(DATA_DIR)/lock/bin/python -m pip install --quiet uv
	@$(LOCK) -o requirements.txt
	@$(LOCK) --group dev -c requirements.txt -o tests/requirements.txt
LOCK = $(DATA_DIR)/lock/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate

# What the targets above stand on ------------------------------------------------------------------

demo $(STATIC): export DJANGO_SETTINGS_MODULE = quartier.settings.demo
demo run: DOOR = --port $(PORT)

preflight:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name it: make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -I site/quartier/operations/preflight.py $(DOOR)

.venv/bin/python: | preflight
	@$(PYTHON) -m venv .venv

.venv/.site: requirements.txt | preflight .venv/bin/python
	@echo "Installing what the site is made of; this happens once and takes a minute or two …"
	@$(PIP) -r requirements.txt || { echo "The packages could not be installed: is the package index within reach?" >&2; exit 1; }
	@touch $@

.venv/.tools: tests/requirements.txt requirements.txt | preflight .venv/bin/python
	@echo "Installing what the site and its tests are made of; this happens once and takes a minute or two …"
	@$(PIP) -r tests/requirements.txt || { echo "The packages could not be installed: is the package index within reach?" >&2; exit 1; }
	@touch .venv/.site $@

$(NPM): tests/browser/package-lock.json
	@echo "Installing the tools that look at pages …"
	@npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --loglevel error || \
	echo "They could not be installed: is the npm registry within reach?" >&2

$(CATALOGUES): %.mo: %.po | .venv/.site
	@$(MANAGE) catalogues --compile

$(STATIC): $(shell find site/static) site/quartier/stylesheet.py .venv/.site
	@echo "Collecting and compressing stylesheets and scripts …"
	@$(MANAGE) collectstatic --noinput --verbosity 0

# The steps of `make check`; each can be run alone ---------------------------------------------------

lint: .venv/.tools
	@echo "· Style of the code (ruff check)"
	@.venv/bin/ruff check --quiet .

format: .venv/.tools
	@echo "· Layout of the code (ruff format)"
	@.venv/bin/ruff format --check --quiet . || { echo "Please run: .venv/bin/ruff format ." >&2; exit 1; }

imports: .venv/.tools
	@echo "· Who may import whom (import-linter)"
	@PYTHONPATH=site:. $(PY) -m importlinter.cli lint >$(DATA_DIR)/imports.txt || { cat $(DATA_DIR)/imports.txt; exit 1; }

django: .venv/.tools
	@echo "· Django's own checks"
	@$(MANAGE) check --verbosity 0

deploy: .venv/.tools
	@echo "· Settings of production without a warning (check --deploy)"
	@scratch=$$(mktemp -d) && trap 'rm -rf $$scratch' EXIT && \
	SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(60))') DATA_DIR=$$scratch \
	SITE_URL=https://centre.example ALLOWED_HOSTS=centre.example DATABASE_URL=sqlite://:memory: \
	DJANGO_SETTINGS_MODULE=quartier.settings.production $(MANAGE) check --deploy --fail-level WARNING --verbosity 0

migrations: .venv/.tools
	@echo "· Every change of a model has its migration (makemigrations --check)"
	@$(MANAGE) makemigrations --check --dry-run

zero: .venv/.tools
	@echo "· A house founded in an empty database (migrate, found)"
	@scratch=$$(mktemp -d) && trap 'rm -rf $$scratch' EXIT && export DATA_DIR=$$scratch && unset DATABASE_URL && \
	$(MANAGE) migrate --verbosity 0 && $(MANAGE) found "Haus am Park" >/dev/null && $(MANAGE) check --database default --fail-level WARNING --verbosity 0

templates: .venv/.tools
	@echo "· Templates (djlint)"
	@$(PY) -m djlint templates --lint --quiet

words: .venv/.tools
	@echo "· Every word has its translation (catalogues --check)"
	@$(MANAGE) catalogues --check >/dev/null
