#!/bin/sh
# Builds the programs and the pages, and assembles the release tree the images carry: docker/build.sh <folder>
set -eu
exec node tools/release.mjs --into "${1:?say where the release tree goes}"
