#!/bin/sh
# Makes the account everything in an image runs as, and the folders it may write: docker/user.sh [root folder]
set -eu
root=${1:-}
grep -q '^st0r:' "$root/etc/group" || groupadd ${root:+--prefix "$root"} --gid 10001 st0r
grep -q '^st0r:' "$root/etc/passwd" || useradd ${root:+--prefix "$root"} --uid 10001 --gid 10001 --no-create-home \
  --home-dir /data --shell /usr/sbin/nologin st0r
for folder in data backups; do
  mkdir -p "$root/$folder"
  chown 10001:10001 "$root/$folder"
  chmod 0700 "$root/$folder"
done
