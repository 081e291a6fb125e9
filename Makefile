# Two commands do all the set-up: `make token` and `make test`. The rest are their friends.
.DEFAULT_GOAL := help
PREFIX ?= /usr/local
.PHONY: help token test bench install header format doc

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

token: ## make a token for the public sample project, then inspect and verify it
	@cargo build --quiet --locked --release --package dynakey-cli
	@crates/cli/samples/token.sh target/release/dynakey

test: ## everything the build server runs: formatting, lints, documentation, tests of every language
	@cargo xtask ci

bench: ## what a token costs, as ratios to its hashing and to peers; fails if one misses its aim
	@cargo bench --locked --quiet --package dynakey --bench ratios
	@missed=0; for face in bindings/c node python; do $$face/bench/run.sh || missed=1; done; exit $$missed

install: ## install the C and C++ headers and libraries: make install PREFIX=/usr/local
	@cargo build --quiet --locked --release --package dynakey-c
	@bindings/c/install.sh "$(PREFIX)" target/release

header: ## write include/dynakey.h from the C binding
	@cargo xtask header

format: ## format the Rust code
	@cargo fmt --all

doc: ## build the documentation
	@cargo doc --locked --workspace --all-features --no-deps
