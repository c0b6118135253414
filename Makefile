# make demo     builds the environment and shows a record made from the sample pages
# make test     environment and tests
# make install  leaves the program at .venv/bin/onrecord
# make check    lint, format, types, layering, security, licences, docs: what CI runs before the tests
# make lock     resolves the dependencies anew and writes both lock files
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

.PHONY: install demo test check lock clean
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
	$(BIN)/bandit -q -c pyproject.toml -r src
	$(BIN)/python tools/check_licences.py
	$(BIN)/python -m pytest -q tests/test_shape.py tests/test_docs.py

lock: $(DEV)
	$(LOCK) --group build pyproject.toml --output-file requirements.lock
	$(LOCK) --group build --extra dev --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
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
