"""Writes testdata/ for version 007 as calls in C and in C++: rows_007.py FOLDER.

Each row becomes a function, so what the compiler takes is what a program would write.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from table import ROLES, TESTDATA, Inexpressible, integer, literal

ANY_CHANNEL = {"$": "any_channel"}
ANY_USER = {"$": "any_user"}
NO_WORD = "a word where the types have no room for it"
NO_FIELD = "a number that the field of the token object does not hold: no program can set it"

SERVICES = {
    1: "Rtc", 2: "Rtm", 3: "Streaming", 4: "Fpa", 5: "Chat", 6: "FCdn", 7: "Apaas", 8: "Rtm2",
    9: "ConvoAI", 10: "Stt",
}  # fmt: skip
IDS = ["app_id", "app_certificate"]
BY_ROLE = ["role", "token_expire", "privilege_expire"]
FOUR = [f"{p}_privilege_expire" for p in ("join_channel", "pub_audio", "pub_video")]
FOUR.append("pub_data_stream_privilege_expire")
TWELVE = [*IDS, "channel_name", "rtc_account", "rtc_role", "rtc_token_expire", *FOUR]
TWELVE += ["rtm_user_id", "rtm_token_expire"]
RTC = [*IDS, "channel_name"]
# The arguments of each builder, its function in C and its name in C++.
BUILDERS = {
    "rtc2_uid": ([*RTC, "uid", *BY_ROLE], "rtc2_build_token_with_uid", "RtcTokenBuilder2::BuildTokenWithUid"),
    "rtc2_account": ([*RTC, "account", *BY_ROLE], "rtc2_build_token_with_user_account", "RtcTokenBuilder2::BuildTokenWithUserAccount"),
    "rtc2_uid_privilege": ([*RTC, "uid", "token_expire", *FOUR], "rtc2_build_token_with_uid_and_privilege", "RtcTokenBuilder2::BuildTokenWithUid"),
    "rtc2_account_privilege": ([*RTC, "account", "token_expire", *FOUR], "rtc2_build_token_with_user_account_and_privilege", "RtcTokenBuilder2::BuildTokenWithUserAccount"),
    "rtc2_rtm": ([*RTC, "account", *BY_ROLE], "rtc2_build_token_with_rtm", "RtcTokenBuilder2::BuildTokenWithRtm"),
    "rtc2_rtm2": (TWELVE, "rtc2_build_token_with_rtm2", "RtcTokenBuilder2::BuildTokenWithRtm2"),
    "convo_ai": (TWELVE, "convo_ai_build_token", "ConvoAITokenBuilder::BuildToken"),
    "stt": (TWELVE, "stt_build_token", "SttTokenBuilder::BuildToken"),
    "rtm2": ([*IDS, "user_id", "expire"], "rtm2_build_token", "RtmTokenBuilder2::BuildToken"),
    "rtm2_permissions": ([*IDS, "user_id", "permissions", "expire"], "rtm2_build_token_with_permissions", "RtmTokenBuilder2::BuildToken"),
    "chat2_user": ([*IDS, "user_id", "expire"], "chat2_build_user_token", "ChatTokenBuilder2::BuildUserToken"),
    "chat2_app": ([*IDS, "expire"], "chat2_build_app_token", "ChatTokenBuilder2::BuildAppToken"),
    "fpa2": (IDS, "fpa_build_token", "FpaTokenBuilder::BuildToken"),
    "apaas2_room": ([*IDS, "room_uuid", "user_uuid", "role", "expire"], "apaas_build_room_user_token", "ApaasTokenBuilder::BuildRoomUserToken"),
    "apaas2_user": ([*IDS, "user_uuid", "expire"], "apaas_build_user_token", "ApaasTokenBuilder::BuildUserToken"),
    "apaas2_app": ([*IDS, "expire"], "apaas_build_app_token", "ApaasTokenBuilder::BuildAppToken"),
    "edu_user": ([*IDS, "user_uuid", "expire"], "apaas_build_user_token", "EducationTokenBuilder2::BuildUserToken"),
    "edu_app": ([*IDS, "expire"], "apaas_build_app_token", "EducationTokenBuilder2::BuildAppToken"),
}  # fmt: skip
# What the vectors call the builders.
VECTOR_BUILDERS = {
    "rtc_uid": "rtc2_uid", "rtc_account": "rtc2_account", "rtc_uid_priv": "rtc2_uid_privilege",
    "rtc_account_priv": "rtc2_account_privilege", "rtc_rtm": "rtc2_rtm", "rtc_rtm2": "rtc2_rtm2",
    "rtm": "rtm2", "rtm_perm": "rtm2_permissions", "chat_user": "chat2_user",
    "chat_app": "chat2_app", "fpa": "fpa2", "apaas_user": "apaas2_user",
    "apaas_app": "apaas2_app", "edu_user": "edu_user", "edu_app": "edu_app",
}  # fmt: skip
TEXTS = {*IDS, "channel_name", "account", "rtc_account", "rtm_user_id", "user_id", "room_uuid", "user_uuid"}  # fmt: skip


def encoded(value: object) -> bytes:
    match value:
        case str():
            return value.encode()
        case {"$": "repeat", "text": part, "times": times}:
            return part.encode() * times
        case {"$": "invalid_utf8"}:
            return b"a\xffb"
        case {"$": "lone_surrogate"}:
            return b"\xed\xa0\x80"
        case {"$": "any_channel" | "any_user"}:
            raise Inexpressible(NO_WORD)
        case None | bool() | int() | float() | {"$": "nan"}:
            raise Inexpressible(Inexpressible.NO_TEXT)
        case _:
            raise ValueError(value)


def is_text(value: object) -> bool:
    try:
        encoded(value)
    except (Inexpressible, ValueError):
        return False
    return True


def app_role(value: object) -> str:
    if isinstance(value, str) and value not in ROLES:
        raise Inexpressible(Inexpressible.NO_NAME)
    return integer(ROLES.get(value, value) if isinstance(value, str) else value)


class C:
    """Calls as a C program writes them."""

    def text(self, value: object) -> str:
        return literal(encoded(value))

    def text_or_null(self, value: object) -> str:
        return "NULL" if value is None else self.text(value)

    def channel(self, value: object) -> str:
        return "dynakey_any_channel()" if value == ANY_CHANNEL else self.text(value)

    def array(self, kind: str, items: list[str]) -> str:
        return f"(const {kind}[]){{{', '.join(items)}}}" if items else "NULL"

    def permissions(self, rows: list) -> str:
        items = []
        for resource, permission, names in rows:
            texts = self.array("char* const", [self.text(name) for name in names])
            items.append(f"{{{integer(resource)}, {integer(permission)}, {texts}, {len(names)}}}")
        return f"{self.array('dynakey_permission', items)}, {len(items)}"

    def builder(self, name: str, args: dict) -> str:
        names, function, _ = BUILDERS[name]
        values = [
            self.permissions(args[n]) if n == "permissions"
            else self.text(args[n]) if n in TEXTS
            else integer(args[n])
            for n in names
        ]  # fmt: skip
        return f"dynakey_{function}({', '.join(values)}, &token, error)"

    def service(self, row: dict) -> str:
        user = row.get("user", "")
        if row["type"] == 1 and isinstance(user, int) and not isinstance(user, bool):
            if not 0 <= user < 2**32:
                raise Inexpressible("a number for a user: the token object of C has texts")
            user = str(user) if user else ""
        privileges = [f"{{{integer(n)}, {integer(end)}}}" for n, end in row["privileges"]]
        role = integer(row["role"]) if row["type"] == 7 else "0"
        return (
            f"{{{row['type']}, {self.text_or_null(row.get('channel', ''))}, "
            f"{self.text_or_null(user)}, {role}, {self.permissions(row.get('permissions', []))}, "
            f"{self.array('dynakey_privilege', privileges)}, {len(privileges)}}}"
        )

    def access_token2(self, args: dict) -> str:
        services = [self.service(row) for row in args["services"]]
        fields = [self.text(args[n]) for n in IDS]
        fields += [integer(args[n]) for n in ("issue_ts", "expire", "salt")]
        array = self.array("dynakey_service", services)
        return f"dynakey_access_token2_build({', '.join(fields)}, {array}, {len(services)}, &token, error)"

    def user(self, value: object) -> str:
        """The members of a user."""
        if value == ANY_USER:
            return ".user_kind = DYNAKEY_USER_ANY"
        if is_text(value):
            return f".user_kind = DYNAKEY_USER_ACCOUNT, .user_account = {self.text(value)}"
        return f".user_kind = DYNAKEY_USER_UID, .uid = {integer(value)}"

    def grant(self, row: dict) -> str:
        kind = row["service"]
        members = [f".kind = DYNAKEY_GRANT_{kind.upper()}"]
        if "channel" in row or "room" in row:
            members.append(f".channel = {self.channel(row.get('channel', row.get('room')))}")
        if "channel" not in row and not is_text(row["user"]):
            members.append(f".user_kind = DYNAKEY_USER_UID, .uid = {integer(row['user'])}")
        else:
            members.append(self.user(row["user"]))
        if kind in ("rtc", "fcdn", "apaas_room"):
            members.append(f".role = {integer(row.get('role', 1))}")
        if "ttl" in row:
            members.append(f".has_ttl = true, .ttl = {integer(row['ttl'])}")
        privileges = row.get("privileges", {}).items()
        if privileges:
            items = [f"{{{self.text(name)}, 0, {integer(ttl)}}}" for name, ttl in privileges]
            array = self.array("dynakey_privilege_grant", items)
            members.append(f".privileges = {array}, .privilege_count = {len(items)}")
        return "{" + ", ".join(members) + "}"

    def app(self, call: str, args: dict) -> str:
        if call == "app_token":
            grants = [self.grant(row) for row in args["services"]]
            array = self.array("dynakey_grant", grants)
            return f"dynakey_app_token(app, {array}, {len(grants)}, {integer(args['ttl'])}, &token, error)"
        if call == "app_rtc":
            version = self.text_or_null(args.get("version"))
            rest = f"{app_role(args['role'])}, {integer(args['ttl'])}, {version}, &token, error)"
            channel, user = self.channel(args["channel"]), args["user"]
            if user == ANY_USER:
                return f"dynakey_app_rtc_token_for_any_user(app, {channel}, {rest}"
            if is_text(user):
                account = self.text(user)
                return f"dynakey_app_rtc_token_with_user_account(app, {channel}, {account}, {rest}"
            return f"dynakey_app_rtc_token_with_uid(app, {channel}, {integer(user)}, {rest}"
        if call == "app_rtcs":
            uids = [integer(uid) for uid in args["users"]]
            return (
                f"dynakey_app_rtc_tokens_with_uids(app, {self.channel(args['channel'])}, "
                f"{self.array('int64_t', uids)}, {len(uids)}, {app_role(args['role'])}, "
                f"{integer(args['ttl'])}, NULL, &tokens, error)"
            )
        values = [
            self.text(args[n]) if n in ("room", "user") else integer(args[n])
            for n in ("room", "user", "role", "ttl")
            if n in args
        ]
        if call == "app_rtm":
            values.append("NULL")
        return f"dynakey_{call}_token(app, {', '.join(values)}, &token, error)"

    def verify(self, args: dict) -> str:
        members = [f".channel = {self.channel(args['channel'])}", self.user(args["user"])]
        if "service" in args:
            members.append(f".service = {self.text(args['service'])}")
        names = [self.text(p) for p in args.get("privileges", []) if is_text(p)]
        numbers = [integer(p) for p in args.get("privileges", []) if not is_text(p)]
        members.append(f".privileges = {self.array('char* const', names)}")
        members.append(f".privilege_count = {len(names)}")
        members.append(f".privilege_numbers = {self.array('int64_t', numbers)}")
        members.append(f".privilege_number_count = {len(numbers)}")
        expectation = f"&(const dynakey_expectation){{{', '.join(members)}}}"
        return f"dynakey_app_verify(app, {self.text(args['token'])}, {expectation}, &report, error)"

    def inspect(self, args: dict) -> str:
        return f"dynakey_inspect({self.text(args['token'])}, &token, error)"


class Cpp(C):
    """Calls as a C++ program writes them."""

    def text(self, value: object) -> str:
        return f"std::string({literal(encoded(value))}, {len(encoded(value))})"

    def channel(self, value: object) -> str:
        return "dynakey::ANY_CHANNEL" if value == ANY_CHANNEL else self.text(value)

    def user(self, value: object) -> str:
        if value == ANY_USER:
            return "dynakey::ANY_USER"
        return self.text(value) if is_text(value) else integer(value)

    def permissions(self, rows: list) -> str:
        added = [
            f".add({integer(resource)}, {integer(permission)}, {{{', '.join(map(self.text, names))}}})"
            for resource, permission, names in rows
        ]
        return "dynakey::Permissions()" + "".join(added)

    def builder(self, name: str, args: dict) -> str:
        names, _, function = BUILDERS[name]
        role = integer if name.startswith("apaas") else self.role
        values = [
            self.permissions(args[n]) if n == "permissions"
            else self.text(args[n]) if n in TEXTS
            else role(args[n]) if "role" in n
            else integer(args[n])
            for n in names
        ]  # fmt: skip
        return f"{function}({', '.join(values)})"

    def role(self, value: object) -> str:
        number = integer(value)
        if not 0 <= value < 128:
            raise Inexpressible("a role of more bits than the enum has")
        return f"static_cast<UserRole>({number})"

    def service(self, row: dict) -> str:
        name = f"Service{SERVICES[row['type']]}"
        user = row.get("user", "")
        by_number = row["type"] == 1 and not is_text(user)
        values = [self.text(row[n]) for n in ("channel",) if n in row]
        if row["type"] not in (4, 9, 10):
            values.append(integer(user) if by_number else self.text(user))
        if row["type"] == 7:
            values.append(integer(row["role"]))
        privileges = [
            f" service->AddPrivilege({integer(n)}, {integer(end)});" for n, end in row["privileges"]
        ]
        made = f"std::unique_ptr<{name}> service(new {name}({', '.join(values)}));"
        return f"{{ {made}{''.join(privileges)} token.AddService(std::move(service)); }}"

    def access_token2(self, args: dict) -> str:
        if not 0 <= json.loads(integer(args["salt"])[8:-1]) < 2**32:
            raise Inexpressible(NO_FIELD)
        fields = [self.text(args[n]) for n in IDS]
        fields += [integer(args[n]) for n in ("issue_ts", "expire")]
        services = " ".join(self.service(row) for row in args["services"])
        return f"AccessToken2 token({', '.join(fields)}); token.salt_ = {args['salt']}; {services} token.Build()"

    def ttl(self, value: object) -> str:
        return f"std::chrono::seconds({integer(value)})"

    def grant(self, row: dict) -> str:
        kind = row["service"]
        values = [self.channel(row[n]) for n in ("channel", "room") if n in row]
        by_account = "channel" not in row
        values.append(self.text(row["user"]) if by_account else self.user(row["user"]))
        if kind == "apaas_room":
            values.append(integer(row["role"]))
        if kind == "rtm2":
            values.append("dynakey::Permissions()")
        said = ""
        if kind != "apaas_room" and "role" in row:
            said += f".role(static_cast<dynakey::Role>({integer(row['role'])}))"
        if "ttl" in row:
            said += f".ttl({self.ttl(row['ttl'])})"
        for name, ttl in row.get("privileges", {}).items():
            said += f".privilege({self.text(name)}, {self.ttl(ttl)})"
        return f"dynakey::Grant::{kind}({', '.join(values)}){said}"

    def app(self, call: str, args: dict) -> str:
        if call == "app_token":
            grants = ", ".join(self.grant(row) for row in args["services"])
            return f"app.token({{{grants}}}, {{{self.ttl(args['ttl'])}}})"
        if call in ("app_rtc", "app_rtcs"):
            version = self.text(args["version"]) if "version" in args else "{}"
            role = f"static_cast<dynakey::Role>({app_role(args['role'])})"
            options = f"dynakey::RtcOptions{{{role}, {self.ttl(args['ttl'])}, {version}}}"
            channel = self.channel(args["channel"])
            if call == "app_rtc":
                return f"app.rtc_token({channel}, {self.user(args['user'])}, {options})"
            uids = ", ".join(integer(uid) for uid in args["users"])
            return f"app.rtc_tokens({channel}, {{{uids}}}, {options})"
        values = [
            self.text(args[n]) if n in ("room", "user") else integer(args[n])
            for n in ("room", "user", "role")
            if n in args
        ]
        version = ", {}" if call == "app_rtm" else ""
        values.append(f"{{{self.ttl(args['ttl'])}{version}}}")
        return f"app.{call.removeprefix('app_')}_token({', '.join(values)})"

    def verify(self, args: dict) -> str:
        lines = [f"expected.channel = {self.channel(args['channel'])};"]
        lines.append(f"expected.user = dynakey::User({self.user(args['user'])});")
        if "service" in args:
            lines.append(f"expected.service = {self.text(args['service'])};")
        for privilege in args.get("privileges", []):
            lines.append(f"expected.privileges.push_back({self.user(privilege)});")
        return f"dynakey::Expectation expected; {' '.join(lines)} app.verify({self.text(args['token'])}, expected)"

    def inspect(self, args: dict) -> str:
        return f"dynakey::inspect({self.text(args['token'])})"


def call(language: C, case: dict) -> str:
    name, args = case["call"], case["args"]
    if name in BUILDERS:
        return language.builder(name, args)
    if name.startswith("app_"):
        return language.app(name, args)
    return getattr(language, name)(args)


def index_in_cpp(case: dict) -> int:
    """The typed fields of the token object refuse before there is an index."""
    at_once = {"uid", "privileges", "role"}
    refused_at_once = case["call"] == "access_token2" and case["argument"] in at_once
    return -1 if refused_at_once else case.get("index", -1)


def mistakes(cases: list[dict], language: C, left_out: Counter[str]) -> list[tuple[dict, str]]:
    rows = []
    for case in cases:
        try:
            rows.append((case, call(language, case)))
        except Inexpressible as reason:
            left_out[str(reason)] += 1
    return rows


def vector_services(row: dict) -> list[dict]:
    services = []
    for given in row["input"]["services"]:
        service = {"type": given["type"], "privileges": given["privileges"]}
        service |= {"role": given["role"], "permissions": given["permissions"]}
        first, second = given["a"], given["b"]
        if given["type"] in (1, 3, 6, 7):
            # The number 0 is anyone.
            user = second if isinstance(second, str) else str(second) if second else ""
            service |= {"channel": first, "user": user}
        else:
            service |= {"user": first}
        services.append(service)
    return services


def builder_args(row: dict) -> tuple[str, dict]:
    name = VECTOR_BUILDERS[row["op"]]
    return name, dict(zip(BUILDERS[name][0], row["input"]["args"], strict=True))


def vectors_in_c(vectors: list[dict]) -> str:
    language = C()
    functions, rows = [], []
    for row in vectors:
        other = row.get("token_node20_chromium_zlib")
        rejected = row.get("we_reject")
        members = [literal(row[n].encode()) for n in ("id", "token")]
        members.append("NULL" if other is None else literal(other.encode()))
        given = row["input"]
        if row["kind"] == "builder":
            name, args = builder_args(row)
            function = "build_" + row["id"].replace("-", "_")
            functions.append(
                f"static dynakey_status {function}(char** built, dynakey_error** error) {{ "
                f"return {language.builder(name, args).replace('&token', 'built')}; }}\n"
            )
            ids = [literal(args[n].encode()) for n in IDS]
            members += [*ids, integer(given["now"]), "0", integer(given["salt"]), "NULL, 0", function]
        else:
            services = [language.service(service) for service in vector_services(row)]
            members += [literal(given[n].encode()) for n in IDS]
            members += [integer(given[n]) for n in ("issue_ts", "expire", "salt")]
            members.append(f"{language.array('dynakey_service', services)}, {len(services)}, NULL")
        members.append("NULL" if rejected is None else literal(rejected.encode()))
        rows.append("{" + ", ".join(members) + "},\n")
    return "".join(functions) + "const struct vector_007 vectors_007[] = {\n" + "".join(rows) + (
        "};\nconst size_t vectors_007_count = sizeof vectors_007 / sizeof vectors_007[0];\n"
    )


def main() -> None:
    folder = Path(sys.argv[1])
    vectors = json.loads((TESTDATA / "vectors_007.json").read_text("utf-8"))["vectors"]
    cases = json.loads((TESTDATA / "bad_inputs_007.json").read_text("utf-8"))["cases"]
    left_out: Counter[str] = Counter()
    in_c = mistakes(cases, C(), left_out)
    in_cpp = mistakes(cases, Cpp(), Counter())

    places = {"&token": "char* token", "&tokens": "dynakey_tokens* tokens", "&report": "dynakey_report* report"}  # fmt: skip
    c = '#include "rows_007.h"\n' + vectors_in_c(vectors)
    rows = ""
    for case, written in in_c:
        place = next(p for name, p in places.items() if name + ", error)" in written)
        unused = "" if "(app," in written else "(void)app; "
        c += f"static dynakey_status {case['id']}(const dynakey_app* app, dynakey_error** error) {{ {unused}{place} = NULL; return {written}; }}\n"
        code, argument = literal(case["code"].encode()), literal(case["argument"].encode())
        rows += f'{{"{case["id"]}", {code}, {argument}, {case.get("index", -1)}, {case["id"]}}},\n'
    c += f"const struct mistake_in_c mistakes_in_c[] = {{\n{rows}}};\n"
    c += "const size_t mistakes_in_c_count = sizeof mistakes_in_c / sizeof mistakes_in_c[0];\n"
    (folder / "rows_007.c").write_text(c)

    headers = sorted({function.split("::")[0] for _, _, function in BUILDERS.values()})
    cpp = '#include "rows_007.h"\n#include <dynakey/AccessToken2.h>\n'
    cpp += "".join(f"#include <dynakey/{name}.h>\n" for name in headers)
    cpp += "using namespace agora::tools;\n"
    rows = ""
    for row in vectors:
        if row["kind"] == "builder":
            name, args = builder_args(row)
            rows += f'{{"{row["id"]}", [] {{ return {Cpp().builder(name, args)}; }}}},\n'
    cpp += f"const std::vector<BuilderIn007> builders_in_007 = {{\n{rows}}};\n"
    rows = ""
    for case, written in in_cpp:
        app = "app" if "app." in written else ""
        cpp += f"static void {case['id']}(const dynakey::App& {app}) {{ {written}; }}\n"
        rows += f'{{"{case["id"]}", "{case["code"]}", "{case["argument"]}", {index_in_cpp(case)}, {case["id"]}}},\n'
    cpp += f"const std::vector<MistakeInCpp> mistakes_in_cpp = {{\n{rows}}};\n"
    (folder / "rows_007.cpp").write_text(cpp)

    print(f"version 007: {len(in_c)} of {len(cases)} mistakes in C, {len(in_cpp)} in C++; not in C")
    for reason, count in left_out.items():
        print(f"  {count:3} {reason}")


if __name__ == "__main__":
    main()
