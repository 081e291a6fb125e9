/* The rows of testdata/. */
#include "table.h"

const struct vector vectors[] = {
#include "vectors_006.inc"
};
const size_t vectors_count = sizeof vectors / sizeof vectors[0];

const struct bad_input bad_inputs[] = {
#include "bad_inputs.inc"
};
const size_t bad_inputs_count = sizeof bad_inputs / sizeof bad_inputs[0];

const struct hostile_token hostile_tokens[] = {
#include "hostile_tokens.inc"
};
const size_t hostile_tokens_count = sizeof hostile_tokens / sizeof hostile_tokens[0];
