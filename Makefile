# make serve · make test · make check · make build · make pdf. Prerequisites: Python 3.11 or later and make.
# PLAIN_LIBRARY=true before any of them serves Pyodide as its makers ship it, slower, where a new one cannot be made quick.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SITE   ?= site
PORT   ?= 8000
ENGINE ?= mkdocs

# Everything the build starts finds the environment's own programs first. The two switches silence
# advertising banners; the hash seed keeps what is built the same from one build to the next.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true
export PYTHONHASHSEED = 0

# The areas that the site offers; without it those of mkdocs.yml.
ifdef AREAS
export AREAS
endif

.PHONY: serve build engines clocks pdf offline edition editions bench-editions test check readability bench mutants properties accessible hosts hosting sbom reviews tables bank-holidays lock clean setup

serve: setup ## build strictly, then serve at http://127.0.0.1:8000 and reload on change
	python -m tools.free_port '$(PORT)'
	python -m mkdocs serve --strict --dev-addr 127.0.0.1:$(PORT)

# Engines that could take MkDocs' place, each apart from the rest: decisions/0008-engines.md.
OTHERS := properdocs zensical

build: setup $(patsubst %,build/engines/.%,$(filter $(OTHERS),$(ENGINE))) ## the finished site in site/; with another engine to try: make build ENGINE=zensical
	python -m hooks.build '$(ENGINE)' $(SITE)

build/engines/.%: locks/%.txt $(BIN)/.python
	@rm -rf build/engines/$*
	@$(PIP) --target build/engines/$* -r $< || { echo "make: $* could not be installed here: this Python or machine may have no version that $< names. The site itself is built with mkdocs, which is not touched."; $(PIP_FAILED); }
	@touch $@

engines: setup $(OTHERS:%=build/engines/.%) ## the site as each engine builds it, compared page by page and calculator by calculator
	python -m tools.find_browser
	python -m tools.engines

clocks: setup ## the build and the tests with the clock on days to come: nothing may depend on the date
	python -m tools.find_browser
	python -m tools.clocks

edition: setup ## one area's edition in editions/AREA/: make edition AREA=north-east-lincolnshire
	@test -n "$(AREA)" || { echo "make: name the area, such as make edition AREA=north-east-lincolnshire"; exit 1; }
	python -m hooks.site.editions editions --alone $(AREA)

editions: setup ## every area's edition, each in its folder of editions/, with an index
	python -m hooks.site.editions editions

bench-editions: setup ## how long 1 to 136 editions take
	python -m tools.bench_editions

pdf: setup ## the finished site with its PDFs in site/pdf/, offered on its pages
	python -m tools.find_browser
	WITH_PDF=true python -m mkdocs build --strict --site-dir $(SITE)
	python -m paper $(SITE)

offline: setup ## a zip whose pages open by double click, without a server: build/hsb-guidance.zip
	python -m mkdocs build --strict --config-file offline.yml
	python -m hooks.site.folder_edition build/offline build/hsb-guidance.zip

test: setup ## every test
	python -m tools.find_browser
	python -m pytest --numprocesses auto --dist worksteal

check: setup ## format, lint, types, language: changes nothing when all is well
	ruff format $(if $(CI),--check) bench calculators hooks paper tests tools
	ruff check bench calculators hooks paper tests tools
	mypy
	npx eslint overrides hooks tests
	npx tsc -p .
	zizmor --offline --quiet .github/workflows
	python -m tools.language

readability: setup ## words, words a sentence and reading age of each page
	python -m tools.language figures

properties: setup ## what holds of every calculator, over every set of answers there is
	SETS_WALKED=1000000 python -m pytest tests/guides/test_properties.py

mutants: setup ## each one-step slip in a rule with the test that catches it, and the sums
	python -m tools.mutants

accessible: setup ## accessibility whole: axe on every page in every combination
	python -m tools.find_browser
	python -m pytest tests/browser/test_crawl.py tests/browser/test_accessibility.py tests/browser/test_keyboard.py --every-combination

hosts: setup ## the site on nginx, Apache and Python's own server, as hosting/ says
	python -m tools.find_browser
	python -m tools.hosts

hosting: build ## the recipes of hosting/ for your host, in build/hosting/: make hosting BASE=/hsb/ FOLDER=/srv/hsb
	python -m tools.hosting '$(SITE)' "$$HOSTING_BASE" "$$HOSTING_FOLDER"
BASE   ?= /
FOLDER ?= $(CURDIR)/$(SITE)
hosting: export HOSTING_BASE = $(BASE)
hosting: export HOSTING_FOLDER = $(FOLDER)

sbom: setup build/.sbom-tools ## what the site is built with, as CycloneDX in build/sbom/
	PYTHONPATH=build/sbom-tools python -m tools.sbom

bench: build ## times and sizes beside stock Pyodide and a page by hand, and Lighthouse's scores: one `name value` a line
	python -m bench.browser $(SITE)
	python -m bench.lighthouse $(SITE) npx --yes lighthouse@13.5.0

reviews: setup ## pages and sources whose review is overdue: fails where one is
	python -m tools.reviews

tables: setup ## rewrite the approved tables after a rule changed
	python -m tools.approved_tables

bank-holidays: setup ## rewrite England's bank holidays from the library that keeps them
	python -m tools.bank_holidays

# pip names the first package that it did not find, also where it found none at all.
PIP        = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
PIP_FAILED = echo "make: pip could not install what $< names. Its own words above say why. If it found no version of a package, it did not reach the package index: check the network, or pip config get global.index-url."; exit 1

setup: $(BIN)/.python $(BIN)/.node build/.pyodide-tools node_modules/.npm

$(BIN)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: Python 3.11 or later is needed; $(PYTHON) is `$(PYTHON) --version 2>&1`. Try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "make: $(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(BIN)/.python: locks/python.txt $(BIN)/.venv
	@$(PIP) -r $< || { $(PIP_FAILED); }
	@touch $@

# Node runs Pyodide once, at build time. Where the machine has none (or one older than 18), it comes as a Python package.
$(BIN)/.node: locks/node.txt $(BIN)/.python
	@if node -e 'process.exit(+(parseInt(process.versions.node) < 18))' 2>/dev/null && npm --version >/dev/null 2>&1; then :; else \
	  echo "No Node 18 or later here: installing it into $(VENV)"; \
	  $(PIP) -r $< || { $(PIP_FAILED); }; fi
	@touch $@

# pyodide-build and what it needs, for Pyodide's own Python to run.
build/.pyodide-tools: locks/pyodide.txt $(BIN)/.python
	@rm -rf build/pyodide-tools
	@$(PIP) --ignore-requires-python --target build/pyodide-tools -r $< || { $(PIP_FAILED); }
	@touch $@

build/.sbom-tools: locks/sbom.txt $(BIN)/.python
	@rm -rf build/sbom-tools
	@$(PIP) --target build/sbom-tools -r $< || { $(PIP_FAILED); }
	@touch $@

node_modules/.npm: package-lock.json $(BIN)/.node
	@npm ci --no-fund --no-audit --loglevel=error || { echo "make: npm could not fetch Pyodide and the search library. Its own words above say why. If it names your home folder, make one it can write: npm_config_cache=/tmp/npm make. If it names an address, check the network, or npm config get registry."; exit 1; }
	@touch $@

lock: setup ## resolve the dependencies anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --group site --group paper --group checks $(LOCK) --python-version 3.11 -o locks/python.txt
	$(BIN)/uv pip compile --group pyodide $(LOCK) --python-version 3.14 -o locks/pyodide.txt
	$(BIN)/uv pip compile --group node $(LOCK) --python-version 3.11 -o locks/node.txt
	$(BIN)/uv pip compile --group sbom $(LOCK) --python-version 3.11 -o locks/sbom.txt
	$(BIN)/uv pip compile --group properdocs $(LOCK) --python-version 3.11 -o locks/properdocs.txt
	$(BIN)/uv pip compile --group zensical $(LOCK) --python-version 3.11 -o locks/zensical.txt
	npm install --package-lock-only
LOCK := --universal --upgrade --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

clean:
	rm -rf $(VENV) node_modules build $(SITE)
