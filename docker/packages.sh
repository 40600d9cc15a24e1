#!/bin/sh
# Installs everything the build needs, as locked. No script of any package runs.
set -eu
npm ci --include=dev --include=optional --ignore-scripts --no-audit --no-fund --loglevel=error
