#!/usr/bin/env bash
# Makes a token for the public sample project, inspects it and verifies it: token.sh PATH_TO_DYNAKEY
set -euo pipefail
dynakey=$1
export AGORA_APP_ID=970CA35de60c44645bbae8a215061b33
# Public sample value: a real certificate never stands in a script.
export AGORA_APP_CERTIFICATE=5CFd2fd1755d40ecb72977518be15d3b

token=$("$dynakey" rtc --channel room --uid 42 --ttl 1h)
echo "$token"
echo
"$dynakey" inspect "$token"
echo
"$dynakey" verify "$token" --channel room --uid 42
