# What one does with Quartier. `make` alone lists it.

PYTHON ?= python3
PORT ?= 8000
# A browser waits for its screen half of the time: one more than there are cores keeps all of these busy.
BROWSERS ?= $(shell $(PYTHON) -c "import os; print(min(os.cpu_count() or 1, 8) + 1)")
export PORT
# Compiled modules are kept: without them each start would take three times as long.
unexport PYTHONDONTWRITEBYTECODE

PY := .venv/bin/python
MANAGE := $(PY) manage.py
PIP := $(PY) -m pip --disable-pip-version-check --no-input install -qq --require-hashes --no-deps --no-compile
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard site/locale/*/LC_MESSAGES/*.po))
STATIC := $(or $(DATA_DIR),var)/static/staticfiles.json
NPM := tests/browser/node_modules/.package-lock.json
TOOLS := $(if $(and $(shell command -v chromium),$(shell command -v java),$(shell command -v npm)),$(NPM))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo run test bench crash drill fuzz tools check lock audit sbom catalogues preflight \
	lint format imports django deploy migrations zero templates words

help: ## list what can be done
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

demo: $(CATALOGUES) $(STATIC) ## a whole demo centre at http://127.0.0.1:8000, served as in earnest (PORT=8123, PYTHON=python3.12)
	@$(MANAGE) demo
	@$(PY) -I site/quartier/operations/serving.py $(PORT) /de/

run: .venv/.tools $(CATALOGUES) ## the demo centre with the development server, which reloads what you change (PORT=8123)
	@$(MANAGE) demo
	@$(MANAGE) runserver 127.0.0.1:$(PORT)

test: .venv/.tools $(CATALOGUES) $(TOOLS) ## all tests; those in a browser where Chromium, Java and npm are installed (ARGS="tests/blocks -k quote"; QUICK=1 without a browser)
	@$(PY) -m pytest -n auto -m "not browser" $(ARGS)
	@$(if $(QUICK),,$(PY) -m pytest -n $(BROWSERS) -m browser $(ARGS))

bench: .venv/.tools $(CATALOGUES) $(STATIC) ## what pages cost, kept or not, how they grow, what they weigh; half an hour (NAME="cached uncached")
	@$(PY) -m tests.bench $(NAME)

crash: .venv/.tools ## newsletters with workers that are killed at any moment (RECIPIENTS=1000 KILLS=200; on PostgreSQL too with DATABASE_URL)
	@$(PY) -m tests.crash

drill: .venv/.tools $(CATALOGUES) $(STATIC) ## the served site while something goes wrong on purpose (NAME=editors; without a name, which there are)
	@$(PY) -m tests.drill $(NAME)

fuzz: .venv/.tools $(CATALOGUES) $(STATIC) ## twenty thousand requests that nobody thought of, to all public addresses (REQUESTS=500 SEED=7; ONLY=1234 repeats one)
	@$(PY) -W ignore -m tests.fuzz

tools: $(NPM) ## what the tests in a browser need from npm; `make test` does it where it can

check: lint format imports django deploy migrations zero templates words ## style, layers, settings, migrations, catalogues: all but the tests
	@echo "All checks passed."

catalogues: .venv/.tools ## collect new words into the catalogues of translations
	@$(MANAGE) catalogues

lock: | preflight ## write requirements.txt anew from pyproject.toml, with the hash of each package
	@$(PYTHON) -m venv var/lock && var/lock/bin/python -m pip install --quiet uv
	@$(LOCK) -o requirements.txt
	@$(LOCK) --group dev -c requirements.txt -o tests/requirements.txt
	@echo "requirements.txt and tests/requirements.txt are as pyproject.toml wants them."

audit: | preflight ## whether a package is known to be unsafe; NOT CHECKED where no database could be asked, which is a failure, too
	@$(PYTHON) -m venv var/lock && var/lock/bin/python -m pip install --quiet pip-audit || \
	{ echo "NOT CHECKED: pip-audit could not be installed." >&2; exit 3; }
	@$(PY) -I site/quartier/operations/audit.py var/lock/bin/pip-audit requirements.txt

sbom: .venv/.site ## a bill of materials of all packages, with hashes and licences, in var/sbom.json (CycloneDX)
	@mkdir -p var && $(PY) -I site/quartier/operations/inventory.py requirements.txt > var/sbom.json
	@echo "var/sbom.json"

LOCK = var/lock/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate

# What the targets above stand on ------------------------------------------------------------------

demo bench $(STATIC): export DJANGO_SETTINGS_MODULE = quartier.settings.demo
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

# The steps of `make check`; each can be run alone, and says nothing more if all is well -------------

quietly = @said=$$($(1) 2>&1) || { echo "$$said"; exit 1; }

lint: .venv/.tools
	@echo "· style of the code (ruff check)"
	$(call quietly,.venv/bin/ruff check .)

format: .venv/.tools
	@echo "· layout of the code (ruff format)"
	$(call quietly,.venv/bin/ruff format --check . || { echo "Please run: .venv/bin/ruff format ."; false; })

imports: .venv/.tools
	@echo "· who may import whom (import-linter)"
	$(call quietly,PYTHONPATH=site:. $(PY) -c 'from importlinter.cli import lint_imports_command as lint; lint()')

django: .venv/.tools
	@echo "· Django's own checks"
	$(call quietly,$(MANAGE) check --fail-level WARNING)

deploy: .venv/.tools
	@echo "· settings of production without a warning (check --deploy)"
	$(call quietly,$(IN_SCRATCH) && SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(60))') \
	SITE_URL=https://centre.example ALLOWED_HOSTS=centre.example \
	DJANGO_SETTINGS_MODULE=quartier.settings.production $(MANAGE) check --deploy --fail-level WARNING)

migrations: .venv/.tools
	@echo "· every change of a model has its migration (makemigrations --check)"
	$(call quietly,$(IN_SCRATCH) && $(MANAGE) makemigrations --check --dry-run)

zero: .venv/.tools
	@echo "· a house founded in an empty database (migrate, found)"
	$(call quietly,$(IN_SCRATCH) && $(MANAGE) migrate --verbosity 0 && $(MANAGE) found "Haus am Park" && \
	$(MANAGE) check --database default --fail-level WARNING)

templates: .venv/.tools
	@echo "· templates (djlint)"
	$(call quietly,$(PY) -m djlint templates --lint --quiet)

words: .venv/.tools
	@echo "· every word has its translation (catalogues --check)"
	$(call quietly,$(MANAGE) catalogues --check)

IN_SCRATCH = export DATA_DIR=$$(mktemp -d) && trap 'rm -rf $$DATA_DIR' EXIT && unset DATABASE_URL
