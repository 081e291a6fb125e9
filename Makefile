# Two commands do all the set-up: `make token` and `make test`. The rest are their friends.
.DEFAULT_GOAL := help
PREFIX ?= /usr/local
CHECKS ?= bans licenses sources
SECONDS ?= 60

# $(call needs,COMMAND,TOOL): says what to install if cargo has no such command.
needs = cargo $(1) --version >/dev/null 2>&1 || { echo "make $@ needs $(2): see CONTRIBUTING.md"; exit 1; }
.PHONY: help token test bench bench-chart bench-compare bench-baseline load deny reproducible fuzz coverage mutants miri install header format doc

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

token: ## make a token for the public sample project, then inspect and verify it
	@cargo build --quiet --locked --release --package dynakey-cli
	@crates/cli/samples/token.sh target/release/dynakey

test: ## everything the build server runs: formatting, lints, documentation, tests of every language
	@cargo xtask ci

bench: ## what tokens cost on every face beside peers; fails if an aim is missed; BENCH_QUICK=1 to try it
	@cargo xtask bench

bench-chart: ## draw docs/bench.svg from the last run of the benches
	@cargo xtask chart

bench-compare: ## instructions and allocations of a token beside those of the baseline
	@cargo xtask counts

bench-baseline: ## write the baseline anew
	@cargo xtask counts --write

load: ## millions of tokens from many threads, workers and forked children in every language
	@tests/load.sh

deny: ## check the licences and sources of all crates; CHECKS=all also asks for known weaknesses
	@command -v cargo-deny >/dev/null || cargo install --quiet --locked cargo-deny
	@cargo deny --locked check $(CHECKS)

reproducible: ## build the source distribution and the npm tarball twice and compare their bytes
	@tests/reproducible.sh

fuzz: ## run every fuzz target, each for a minute: make fuzz SECONDS=60
	@fuzz/run.sh $(SECONDS)

coverage: ## the lines and branches of the core that its tests reach
	@$(call needs,+nightly llvm-cov,cargo-llvm-cov)
	@cargo +nightly llvm-cov --locked --quiet --branch --package dynakey --all-features --lib --test '[!e]*'

# The tests that build fastest see most mutants; what they miss meets all but the examples. It ends
# with 2 if some are missed, and with 3 if some never end, which a test sees too.
mutate = PROPTEST_CASES=32 cargo mutants --package dynakey --output target $(MUTANTS)
mutants: ## tell which changes of the core no test sees; takes 2 hours: make mutants MUTANTS='--file channel.rs'
	@$(call needs,mutants,cargo-mutants)
	@$(mutate) --cargo-arg=--test='v*' || case $$? in [23]) ;; *) exit 1; esac
	@$(mutate) --iterate --cargo-arg=--test='[!e]*' || test $$? = 3

miri: ## run tests of the core under Miri, but for those that need zlib or take long
	@$(call needs,+nightly miri,Miri)
	@MIRIFLAGS=-Zmiri-disable-isolation cargo +nightly miri test --locked --quiet --package dynakey --lib --test verify_006 -- \
		--skip deflate --skip zlib --skip v007 --skip length --skip how_the_message --skip never_zero

install: ## install the C and C++ headers and libraries: make install PREFIX=/usr/local
	@cargo build --quiet --locked --release --package dynakey-c
	@bindings/c/install.sh "$(PREFIX)" target/release

header: ## write include/dynakey.h from the C binding
	@cargo xtask header

format: ## format the Rust code
	@cargo fmt --all

doc: ## build the documentation
	@cargo doc --locked --workspace --all-features --no-deps
