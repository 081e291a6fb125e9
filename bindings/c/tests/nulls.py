"""Writes a test that calls every function of the header with NULLs: nulls.py HEADER OUTPUT."""

from __future__ import annotations

import re
import sys
from pathlib import Path

# It takes nothing and never answers NULL.
EXEMPT = {"dynakey_version"}

header = re.sub(r"//.*", "", Path(sys.argv[1]).read_text("utf-8"))
functions = re.findall(r"^([\w ]+?[ *]+)(dynakey_\w+)\(([^)]*)\);", header, re.MULTILINE)
if len(functions) != len(set(re.findall(r"\bdynakey_\w+(?=\()", header))):
    sys.exit("a function of the header is not understood")


def test(result: str, name: str, parameters: str) -> str:
    arguments, places = [], []
    for parameter in parameters.split(","):
        if "**" in parameter:
            places.append(parameter.split("*")[0].strip())
            arguments.append(f"&place{len(places)}")
        else:
            arguments.append("nullptr" if "*" in parameter else "0")
    call = f"{name}({', '.join(arguments)})"
    nowhere = re.sub(r"&place\d", "nullptr", call)
    if result == "void":
        return f"    {call};\n"
    if result.endswith("*"):
        return f"    CHECK({call} == nullptr);\n"
    if result != "dynakey_status" or name == "dynakey_error_status":
        # False, 0, or the -1 of an index that there is not.
        return f"    CHECK({call} <= 0);\n"
    lines = [f"CHECK({nowhere} == DYNAKEY_NULL_POINTER);"]
    lines += [f"auto* place{i} = reinterpret_cast<{kind}*>(1);" for i, kind in enumerate(places, 1)]
    lines.append(f"CHECK({call} == DYNAKEY_NULL_POINTER);")
    lines += [f"CHECK(place{i} == nullptr);" for i in range(1, len(places))]
    lines.append(f"is_about_null(place{len(places)});")
    return "    {\n" + "".join(f"        {line}\n" for line in lines) + "    }\n"


tests = [test(a.strip(), name, b) for a, name, b in functions if name not in EXEMPT]
Path(sys.argv[2]).write_text(
    """#include "check.h"

static void is_about_null(dynakey_error* error) {
    CHECK(dynakey::detail::text_or_empty(dynakey_error_code(error)) == "null_pointer");
    CHECK(dynakey_error_argument(error) != nullptr);
    dynakey_error_free(error);
}

void every_function_bears_null() {
"""
    + "".join(tests)
    + f'    std::cout << "nulls: {len(tests)} functions" << std::endl;\n'
    + "}\n",
    "utf-8",
)
