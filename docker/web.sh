#!/bin/sh
# Installs nginx from Debian, the same the tests run, and leaves nothing of apt behind.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends nginx
rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled /var/log/nginx
