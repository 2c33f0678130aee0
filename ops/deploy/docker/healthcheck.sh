#!/usr/bin/env bash
# Whether the instance in this container lives: asks /livez on the admin port, without curl.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/${RAMPART_ADMIN_PORT:-8081}"
printf 'GET /livez HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
[ "$status" = 200 ]
