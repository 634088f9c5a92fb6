# Everything a person or a CI does here, by name. `make` alone lists it.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
LIF := $(VENV)/bin/lif
STAMPS := .make
UV_VERSION := 0.13.9
PIP := $(PY) -m pip install -qq --disable-pip-version-check
PYTEST := $(PY) -m pytest -n 2 --dist loadgroup
WORKSPACES := $(patsubst %/lif.yaml,%,$(wildcard ./lif.yaml examples/*/lif.yaml))

# Without byte code every import is compiled again at every run, three times slower (docs/benchmarks.md),
# so a machine that switches it off is overruled. An environment of somebody else's must not leak in either.
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONHOME VIRTUAL_ENV
export PYTHONUTF8 := 1

.PHONY: help setup setup-all scorecard test check bench format golden docs docs-site lock pictures wheel clean distclean

help: ## Say what there is
	@echo "Type 'make' and one of these words:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Then 'lif' is in $(VENV)/bin: try $(LIF) --help"

scorecard: $(STAMPS)/run ## Set up, and make the scorecard of the latest quarter in build/
	@$(LIF) scorecard --quarter latest --as-at workspace --format html,pdf,docx,md --out build

setup: $(STAMPS)/run ## Install lif in .venv, from the locked versions

setup-all: $(STAMPS)/dev $(STAMPS)/editor $(STAMPS)/page ## Install also what tests and checks need

test: setup-all ## Set up, and run the tests
	@$(PYTEST) -m "not wheel"

check: setup-all ## What CI runs: layout, lint, types, generated pages, records, personal data, all tests
	@$(MAKE) --keep-going check-layout check-lint check-types check-generated check-records check-privacy check-tests

.PHONY: check-layout check-lint check-types check-generated check-records check-privacy check-tests
check-layout:
	$(VENV)/bin/ruff format --check --quiet .

check-lint:
	$(VENV)/bin/ruff check --quiet .

check-types:
	$(VENV)/bin/mypy

check-generated:
	$(PY) scripts/generate_docs.py --check

check-records:
	@test -n "$(WORKSPACES)" || { echo "no lif.yaml at the top or in examples/: nothing to validate"; exit 1; }
	@for workspace in $(WORKSPACES); do \
	  options=--strict; test $$workspace = . && options=; \
	  grep -q '^as_at:' $$workspace/lif.yaml && options="$$options --as-at workspace"; \
	  echo "$(LIF) validate $$options --root $$workspace"; \
	  $(LIF) validate $$options --root $$workspace || exit 1; \
	done

check-privacy:
	$(LIF) privacy scan

check-tests:
	$(PYTEST)

bench: $(STAMPS)/dev $(STAMPS)/bench ## Measure lif beside its peers; writes docs/benchmarks.md (a quarter of an hour)
	@$(PY) -m bench.run $(BENCH)

format: $(STAMPS)/dev ## Lay out the code, and mend what ruff can mend
	@$(VENV)/bin/ruff check --fix --quiet . || true
	@$(VENV)/bin/ruff format .

golden: setup-all ## Write the expected reports anew (read the difference before you commit it)
	@$(PYTEST) -m "not wheel" --update-golden || true
	@git status --short -- tests

docs: $(STAMPS)/dev ## Write the generated pages, schemas and editor settings anew
	@$(PY) scripts/generate_docs.py

docs-site: $(STAMPS)/dev ## Make the documentation's pages in build/docs, every link checked
	@$(PY) scripts/docs_site.py build/docs
	@echo "build/docs/index.html"

lock: $(STAMPS)/run ## Write requirements/ anew from pyproject.toml (UPGRADE=--upgrade for newer versions)
	@$(PIP) uv==$(UV_VERSION)
	@$(PY) scripts/lock.py $(UPGRADE)

pictures: $(STAMPS)/dev scorecard docs-site ## Take all pictures of the README and the docs anew
	@$(LIF) site --as-at workspace --out build/site
	@$(LIF) coverage --as-at workspace --format html --out build/coverage.html
	@$(LIF) calendar --as-at workspace --format html --out build/calendar.html
	@$(PY) scripts/take_pictures.py

wheel: $(STAMPS)/dev ## Build the wheel and its bill of materials in dist/
	@$(PY) -m build --wheel --no-isolation --outdir dist .
	@$(PY) scripts/bill_of_materials.py dist/lif.cdx.json

clean: ## Remove what was made, keep what was installed
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .lif
	@find src tests scripts bench -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Remove what was installed too
	@rm -rf $(VENV) .venv-bench $(STAMPS) tests/editor/node_modules tests/browser/node_modules bench/peers/node_modules

# What stands: a file in .make/ says that a step was done after its inputs last changed.

$(STAMPS)/venv:
	@mkdir -p $(STAMPS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "lif needs Python 3.11 or later as '$(PYTHON)'. Say where it is: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv is missing here (on Debian and Ubuntu: apt-get install python3-venv)"; exit 1; }
	@touch $@

$(STAMPS)/run: $(STAMPS)/venv requirements/run.txt pyproject.toml
	@echo "Installing lif in $(VENV) …"
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q src
	@touch $@

$(STAMPS)/dev: $(STAMPS)/run requirements/dev.txt
	@echo "Installing what tests and checks need …"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(STAMPS)/system: scripts/system.sh
	@mkdir -p $(STAMPS)
	@sh scripts/system.sh
	@touch $@

$(STAMPS)/editor: $(STAMPS)/system tests/editor/package-lock.json
	@npm ci --silent --no-audit --no-fund --ignore-scripts --prefix tests/editor
	@touch $@

$(STAMPS)/page: $(STAMPS)/system tests/browser/package-lock.json
	@npm ci --silent --no-audit --no-fund --ignore-scripts --prefix tests/browser
	@touch $@

$(STAMPS)/bench: $(STAMPS)/venv requirements/bench.txt bench/peers/package-lock.json
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@npm ci --silent --no-audit --no-fund --ignore-scripts --prefix bench/peers || echo "npm could not install ajv-cli: the table will say so"
	@touch $@
