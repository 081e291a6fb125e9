// All tests of the C and C++ interfaces, in one program.
#include "check.h"

void every_agreed_token_is_built_and_read();
void every_agreed_token_of_version_007_is_built_and_read();
void every_function_bears_null();
void every_hostile_token_is_told_as_what_it_is();
void every_mistake_has_its_code_and_argument();
void every_mistake_of_version_007_has_its_code_and_argument();
void the_interface_keeps_its_promises();
void version_007_keeps_its_promises();

int main() {
    every_agreed_token_is_built_and_read();
    every_agreed_token_of_version_007_is_built_and_read();
    every_function_bears_null();
    every_hostile_token_is_told_as_what_it_is();
    every_mistake_has_its_code_and_argument();
    every_mistake_of_version_007_has_its_code_and_argument();
    the_interface_keeps_its_promises();
    version_007_keeps_its_promises();
    std::cout << checks() << " checks passed" << std::endl;
}
