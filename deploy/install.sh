#!/bin/sh
# Installs ClientSt0r on Debian 12, Debian 13 or Ubuntu 24.04, or brings an installation to this release.
# Safe to run again: what is as it should be is left alone.
#   deploy/install.sh --domain st0r.example.com      --dry-run says what would be done and changes nothing
set -eu
here=$(cd "$(dirname "$0")" && pwd)
node=$here/../bin/node
if [ ! -x "$node" ]; then
  echo 'This folder is not a release with its own Node.' >&2
  echo '  Make one on the machine that builds: node tools/release.mjs --into st0r-release --with-node --tarball st0r.tar.gz' >&2
  exit 1
fi
if ! "$node" --version >/dev/null 2>&1; then
  case " $* " in
    *' --dry-run '*)
      echo 'would install libatomic1, which the Node of this release is linked with.'
      echo 'What follows is known once it is there: apt-get install libatomic1'
      exit 0 ;;
  esac
  apt-get update -q && apt-get install -y -q --no-install-recommends libatomic1
fi
exec "$node" "$here/install/main.mjs" "$@"
