# What a person or CI runs. Needs git, make and Python >= 3.11; the rest is installed from locks/.
PYTHON ?= python3
BIN := .venv/bin
COURSES ?= courses
PORT ?= 8000
MINUTES ?= 10

.DEFAULT_GOAL := help
.PHONY: help site serve check fmt test test-model lint format bench lock clean

help: ## Show these commands
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

.venv/site.done: locks/site.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Houvast needs Python 3.11 or newer: make site PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what the site needs (locks/site.txt) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement locks/site.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.done: locks/dev.txt .venv/site.done
	@echo "Installing what the tests need (locks/dev.txt) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement locks/dev.txt
	@touch $@

.venv/draft.done: locks/draft.txt .venv/site.done
	@echo "Installing what drafting needs (locks/draft.txt) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement locks/draft.txt
	@touch $@

.venv/bench.done: locks/bench.txt .venv/dev.done
	@echo "Installing what the benchmark needs (locks/bench.txt) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement locks/bench.txt
	@touch $@

.venv-model/done: locks/model-server.txt
	@$(PYTHON) -m venv .venv-model
	@echo "Installing what serves the model of the tests (locks/model-server.txt) ..."
	@.venv-model/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement locks/model-server.txt
	@touch $@

site: .venv/site.done ## Build every path of every role, pace and language into site/
	@$(BIN)/houvast build --courses $(COURSES)
	@echo "See it: make serve"

serve: .venv/site.done ## Show the site with its drafts on http://127.0.0.1:8000 and rebuild it while you write
	@$(BIN)/houvast serve --drafts --courses $(COURSES) --port $(PORT)

check: .venv/site.done ## Say what is wrong in the courses, where, and the way out
	@$(BIN)/houvast check --courses $(COURSES)

fmt: .venv/site.done ## Write lessons and scenarios the way the house does, and give ids to what has none
	@$(BIN)/houvast fmt --courses $(COURSES)

test: .venv/dev.done ## Run every test, in a real browser
	@$(BIN)/python -m pytest -n auto --dist worksteal

test-model: .venv/dev.done .venv-model/done ## Draft with a real small model on this machine (fetches 490 MB, takes MINUTES=10 at most)
	@$(BIN)/python -m tests.real_model .venv-model/bin/python $(MINUTES)

lint: .venv/dev.done ## Check format, style and types of Python and JavaScript, and the workflows
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/zizmor --quiet --offline --persona=regular --no-progress .github/
	@$(BIN)/jactionlint --shellcheck=$(BIN)/shellcheck --strict-exit
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[!c]*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@if command -v npm >/dev/null 2>&1; then npm ci --silent --no-audit --no-fund && npx tsc --project jsconfig.json && npx tsc --project jsconfig.worker.json; \
	else echo "JavaScript types not checked: no Node on this machine."; fi

format: .venv/dev.done ## Write Python the way lint wants it
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: .venv/bench.done ## Measure speed and size, as ratios within one run
	@$(BIN)/python -m tests.bench

lock: ## Pin the dependencies again (needs uv on the PATH)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra draft --group dev pyproject.toml -o locks/dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c locks/dev.txt --group install pyproject.toml -o locks/site.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c locks/dev.txt --extra draft --group install pyproject.toml -o locks/draft.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c locks/dev.txt --group bench pyproject.toml -o locks/bench.txt

clean: ## Remove what was made
	rm -rf .venv .venv-model node_modules build/docs site
