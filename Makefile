# make demo     builds the environment and shows a record made from the sample pages
# make test     environment and tests
# make install  leaves the program at .venv/bin/onrecord
# make check    lint, format, types, layering, security, licences, docs: what CI runs before the tests
# make screenshots  makes the pictures of the browser anew, with a Chromium that is on the machine
# make lock     resolves the dependencies anew and writes both lock files
# make docs     builds the documentation as a site, in site/
# make dist     builds wheel and source archive twice, and compares them byte for byte
# make offline  installs from wheels with the network cut, and runs the demo
# make sbom     writes the software bill of materials and the report on licences to dist
# make accuracy DATA=FOLDER  measures everything and writes docs/accuracy.md
# make notes    prints the release notes of this version
# make clean    removes the environment and everything that was built

# The first Python of at least 3.11 that is found; `make PYTHON=...` names another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
LOCK := $(BIN)/uv --quiet pip compile --universal --python-version 3.11 --generate-hashes --no-config \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.PHONY: install demo test check lock docs dist offline sbom notes accuracy clean screenshots
.DEFAULT_GOAL := install
.DELETE_ON_ERROR:

install: $(RUNTIME)
	@echo "The program is at $(BIN)/onrecord"

demo: $(RUNTIME)
	@$(BIN)/onrecord demo

test: $(DEV)
	$(BIN)/python -m pytest

check: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit -q -ll -c pyproject.toml -r src
	$(BIN)/python tools/check_licences.py
	$(BIN)/python -m pytest -q tests/test_shape.py tests/test_docs.py

lock: $(DEV)
	$(LOCK) --group build pyproject.toml --output-file requirements.lock
	$(LOCK) --group build --extra dev --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

docs: $(DEV)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

dist: $(DEV)
	$(BIN)/python tools/package_twice.py --out dist

offline: $(DEV)
	PYTHON=$(BIN)/python tools/offline_install.sh dist/wheelhouse

sbom: $(DEV)
	@mkdir -p dist
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
		--output-file dist/sbom.cdx.json
	$(BIN)/python tools/licences.py > dist/licences.md

accuracy: $(DEV)
	$(BIN)/python evals/report.py $(if $(DATA),--data $(DATA)) $(if $(PAIRS),--pairs $(PAIRS)) $(if $(ECB),--ecb $(ECB))

notes: $(BIN)/python
	@$(BIN)/python tools/release_notes.py "$$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)"

screenshots: $(DEV)
	$(BIN)/python tools/screens.py

clean:
	rm -rf $(VENV) build dist site .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests tools evals -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer is needed; name one with make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# A stamp is newer than what it was made from, so a second run does nothing.
$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV), once; about a minute"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo "Installing the development tools into $(VENV)"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@
