# `make help` shows the verbs. Two of them do everything: `make demo` and `make test`.
.DEFAULT_GOAL := help
.PHONY: help setup demo console test models power check lint types layers page format sim docs pictures bench lock

BIN := .venv/bin
WORKERS ?= 2

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## make .venv ready: .venv/bin/firebreak, its tests and its linters
	@tools/setup.sh dev

demo: ## two nodes on this machine replay the contacts of 2022 over a line between them
	@tools/setup.sh run
	@$(BIN)/firebreak demo

console: ## build the console that the browser shows (needs Node; running it does not)
	@tools/console.sh build

test: check ## linters, types and all tests; the same as CI
	$(BIN)/pytest -n $(WORKERS) --dist loadfile

models: setup ## explore the models to their full size and print how far (takes long; see docs/models.md)
	FIREBREAK_MODELS=full $(BIN)/pytest -s --timeout 3600 tests/models

check: lint types layers page ## linters, types and the console's fast tests (make -k check goes on after a failure)

power: setup ## cut the power 300 times, spoil every page, kill and shift clocks for long (see docs/crashes.md)
	FIREBREAK_POWER=300 nice $(BIN)/pytest -s --timeout 3600 tests/power tests/app/test_killed.py tests/store

lint: setup
	$(BIN)/ruff check --output-format concise
	$(BIN)/ruff format --check

types: setup
	$(BIN)/basedpyright

layers: setup
	$(BIN)/lint-imports --no-logo

page: setup
	@tools/console.sh check

format: setup ## let the formatter and the safe fixes of the linter rewrite the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

sim: setup ## 5,000 days of chance, every end of a process in every story, and all mutants
	$(BIN)/firebreak sim --seeds 5000
	$(BIN)/firebreak sim --stories
	$(BIN)/firebreak sim --mutants

docs: setup ## write the generated pages anew
	$(BIN)/python -m tools.coverage_table
	$(BIN)/python -m tools.cli_page
	$(BIN)/python -m tools.verifier_page
	$(BIN)/python -m tools.map_pictures
	$(BIN)/python -m tools.phrase_page

pictures: setup console ## photograph the console anew for the duty officer's guide (needs Debian's chromium)
	$(BIN)/python -m tools.pictures

bench: setup ## one line per figure; see bench/README.md
	$(BIN)/python -m bench

lock: setup ## write the locks anew from pyproject.toml (UPGRADE=1 takes newer versions)
	@tools/lock.sh
