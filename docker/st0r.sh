#!/bin/sh
# Starts one program of this release: st0r api, st0r worker, st0r health, or an operator command.
set -eu
here=$(dirname "$(readlink -f "$0")")
node=node
if [ -x "$here/node" ]; then node=$here/node; fi
# The C library keeps freed memory for each thread that ever took some; two pools are enough for ours.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
exec "$node" --max-semi-space-size=16 "$here/../apps/api/dist/st0r.js" "$@"
