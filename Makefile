# Needs Python 3.11 or newer and make; everything else goes into .venv.
# Another Python: make test PYTHON=python3.12

# Hundreds of tests start the program: without compiled modules each start compiles them anew.
# And they start it as its users do: what Python buffers, and writes as it ends, is tried too.
unexport PYTHONDONTWRITEBYTECODE PYTHONUNBUFFERED

PYTHON ?= python3
SEASONS ?= 20
FUZZ_EXAMPLES ?= 300
FUZZ_SECONDS ?= 300
FUZZ_TARGETS ?= readers form files answer settings line
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
LOCKED := $(VENV)/locked-$(subst /,-,$(PYTHON))
INSTALLED := $(VENV)/installed-$(subst /,-,$(PYTHON))
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Extras stay in the lock: an old pip looks for the newest coverage[toml] where only coverage is held.
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --no-strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test setup format coverage torture fuzz audit bench lock upgrade clean

help:  ## list what can be made
	@awk -F ':.*##' '/^[a-z]+:.*##/ { printf "  make %-10s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: setup  ## check the plan shipped with the program; needs no account and no configuration
	$(BIN)/tochka-sync demo

test: setup  ## run every check that must pass
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n auto

setup: $(INSTALLED)  ## make .venv with the locked packages and the program

$(LOCKED): requirements/test.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed. If it has another name: make PYTHON=python3.11" >&2; exit 1; }
	@echo "Setting up $(VENV), about a minute"
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/test.txt
	@touch $@

$(INSTALLED): $(LOCKED) pyproject.toml
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

format: setup  ## put the code in its one form
	$(BIN)/ruff check --fix-only --exit-zero
	$(BIN)/ruff format

coverage: setup  ## show the lines no test reaches
	$(BIN)/pytest -n auto --cov

torture: setup  ## repeat what docs/reliability.md and docs/history.md tell of
	TORTURE=$(SEASONS) $(BIN)/pytest -n auto tests/history/test_season.py tests/history/test_kills.py
	TORTURE=1 $(BIN)/pytest -n 6 -m "torture or not torture" tests/hostile/test_faults.py
	TORTURE=1 FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/pytest -n auto -m "torture or not torture" \
	  tests/hostile --ignore tests/hostile/test_faults.py

fuzz:  ## let atheris look for what crashes the readers, in an environment of its own; Linux
	$(PYTHON) -m venv --clear .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --require-hashes -r requirements/run.txt -r requirements/fuzz.txt
	for target in $(FUZZ_TARGETS); do \
	  .venv-fuzz/bin/python tests/hostile/fuzz.py $$target $(FUZZ_SECONDS) || exit 1; done
	for target in readers form; do \
	  PYTHONPATH=src .venv-fuzz/bin/python -m tests.hostile.wander $$target $(FUZZ_SECONDS) || exit 1; done

audit:  ## ask an advisory database whether a locked package has a known vulnerability; Python 3.11
	$(PYTHON) -m venv --clear .venv-audit
	.venv-audit/bin/python -m pip install --quiet --require-hashes -r requirements/audit.txt
	for lock in run test audit; do \
	  .venv-audit/bin/pip-audit --require-hashes --disable-pip -r requirements/$$lock.txt || exit 1; done

bench: setup  ## measure the program beside its peers and write docs/performance.md, about half an hour
	$(PYTHON) -m venv --clear .venv-bench
	.venv-bench/bin/python -m pip install --quiet -r requirements/bench.txt
	$(PYTHON) -m venv --clear .venv-bench/ours
	.venv-bench/ours/bin/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir .venv-bench/ours .
	.venv-bench/ours/bin/python -m pip install --quiet --no-deps .venv-bench/ours/*.whl
	$(BIN)/python -m benchmarks --tools .venv-bench/bin --program .venv-bench/ours/bin/tochka-sync

lock: setup  ## write the lock files anew after a change of dependencies
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { \
	  echo "Locks are made with Python 3.11, the oldest supported: make lock PYTHON=python3.11" >&2; exit 1; }
	$(PIP) install --quiet pip-tools==7.6.2
	$(COMPILE) $(UPGRADE) --output-file requirements/run.txt \
	  pyproject.toml requirements/windows.in
	$(COMPILE) $(UPGRADE) --extra test --constraint requirements/run.txt \
	  --output-file requirements/test.txt pyproject.toml requirements/build.in requirements/windows.in
	$(COMPILE) $(UPGRADE) --allow-unsafe --output-file requirements/audit.txt requirements/audit.in

upgrade:  ## the same, with the newest version of everything
	$(MAKE) lock UPGRADE=--upgrade

clean:  ## remove .venv and everything made
	rm -rf $(VENV) .venv-bench .venv-fuzz .venv-audit build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find src tests -name __pycache__ -prune -exec rm -rf {} +
