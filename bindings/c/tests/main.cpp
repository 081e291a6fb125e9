// All tests of the C and C++ interfaces, in one program.
#include "check.h"

void every_agreed_token_is_built_and_read();
void every_function_bears_null();
void every_mistake_has_its_code_and_argument();
void the_interface_keeps_its_promises();

int main() {
    every_agreed_token_is_built_and_read();
    every_function_bears_null();
    every_mistake_has_its_code_and_argument();
    the_interface_keeps_its_promises();
    std::cout << checks() << " checks passed" << std::endl;
}
