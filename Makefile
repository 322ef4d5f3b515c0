.DEFAULT_GOAL := help
.PHONY: help run test release audit openapi bench bench-matching

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

run: ## build what changed and serve the demo market at http://127.0.0.1:8080
	@scripts/run.sh

test: ## install what the tests need and run every check; ends with "N passed, N failed"
	@python3 scripts/test.py

release: ## build the front end, then target/release/muavu
	@scripts/frontend.sh
	cargo build --release --workspace --bin muavu

audit: ## licences, banned crates and sources (cargo-deny), unused dependencies (cargo-machete)
	@scripts/audit.sh

openapi: ## write frontend/openapi.json from the server and the typed client from it
	cargo build --workspace --bin muavu
	target/debug/muavu openapi > frontend/openapi.json.new && mv frontend/openapi.json.new frontend/openapi.json
	cd frontend && npm run api

bench: ## measure a release build on the demo market and print each figure beside its aim
	@python3 scripts/bench.py

bench-matching: ## measure the clearing engine beside LEMON and write docs/performance.md (XL=1: a whole country as well)
	@python3 scripts/bench-matching.py
