PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
GOLD   ?= ../shared/eval

.PHONY: demo test lint typecheck bench eval clean

$(STAMP): setup.cfg pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt torch==2.13.0
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(STAMP)

demo: $(STAMP)
	$(BIN)/rashomon check seeds --out rashomon-report

test: $(STAMP)
	$(BIN)/pytest

lint: $(STAMP)
	$(BIN)/ruff check .

typecheck: $(STAMP)
	$(BIN)/mypy

bench: $(STAMP)
	for file in benchmarks/bench_*.py; do $(BIN)/python $$file || exit 1; done

eval: $(STAMP)
	@if [ -d $(GOLD)/gold ]; then \
	  $(BIN)/python $(GOLD)/score.py --all $(GOLD)/gold '$(BIN)/rashomon check {in} --out {out} --quiet'; \
	else echo "no development evaluation at $(GOLD): set GOLD=DIR, the folder with score.py and gold/"; fi

clean:
	rm -rf $(VENV) build dist *.egg-info
