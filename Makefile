# Two commands do all the set-up: `make token` and `make test`. The rest are their friends.
.DEFAULT_GOAL := help
.PHONY: help token test bench format doc

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

token: ## make a token for the public sample project, then inspect and verify it
	@cargo build --quiet --locked --release --package dynakey-cli
	@crates/cli/samples/token.sh target/release/dynakey

test: ## everything the build server runs: formatting, lints, documentation, tests of every language
	@cargo xtask ci

bench: ## what a token costs, as ratios to the hashing it can't do without
	@cargo bench --locked --quiet --package dynakey --bench ratios

format: ## format the Rust code
	@cargo fmt --all

doc: ## build the documentation
	@cargo doc --locked --workspace --all-features --no-deps
