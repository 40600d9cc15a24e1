#!/bin/sh
# Puts ClientSt0r on this machine with Docker Compose. Safe to run again: what exists is kept.
#   docker/install.sh [--dry-run]      --dry-run says what would be done and changes nothing
set -eu
cd "$(dirname "$0")"

dry=no
case "${1:-}" in
  '') ;;
  --dry-run) dry=yes ;;
  *) echo "install.sh does not know \"$1\". It knows --dry-run." >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*"; }
stop() { say "$1" >&2; shift; for line in "$@"; do say "  $line" >&2; done; exit 1; }
# Does it, or says that it would.
act() {
  title=$1; shift
  if [ "$dry" = yes ]; then say "would: $title"; return 0; fi
  say "$title"
  "$@"
}
setting() { sed -n "s/^$1=//p" .env 2>/dev/null | tail -n 1 | tr -d '"'; }

# --- what must be there ---------------------------------------------------------------------------------------------
command -v docker >/dev/null || stop 'Docker is not installed.' 'https://docs.docker.com/engine/install/debian/ says how.'
docker compose version >/dev/null 2>&1 || stop 'Docker Compose v2 is missing.' 'Install the package docker-compose-plugin.'
docker info >/dev/null 2>&1 || stop 'The Docker engine does not answer.' 'Start it, and run this as root or in the group docker.'
command -v openssl >/dev/null || stop 'openssl is missing.' 'Install it: apt-get install openssl'
memory=$(awk '/^MemTotal:/ { print int($2 / 1024) }' "${ST0R_MEMINFO:-/proc/meminfo}")
[ "$memory" -ge 1900 ] || stop "This machine has $memory MB of memory; ClientSt0r and its database need 2 GB."
year=$(date +%Y)
[ "$year" -ge 2026 ] || stop "The clock says it is $year." 'Set it (timedatectl set-ntp true): one-time codes depend on it.'

if [ ! -f .env ]; then
  act 'copy .env.example to .env' cp .env.example .env
  [ "$dry" = yes ] || stop 'Say in docker/.env who you are: ST0R_DOMAIN, ST0R_MAIL_FROM.' 'Then run this again.'
fi
domain=$(setting ST0R_DOMAIN)
[ "$dry" = yes ] || case "$domain" in
  '' | *example.com) stop "ST0R_DOMAIN in docker/.env is \"$domain\"." 'Set it to the name people will type, then run this again.' ;;
esac

# --- secrets: made once by the product itself, readable by the account of the containers only -------------------------
secrets=$(setting ST0R_SECRETS); secrets=${secrets:-./secrets}
site=$(setting ST0R_SITE); site=${site:-./site}
self_signed() {
  umask 077
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$domain" \
    -addext "subjectAltName=DNS:$domain" -keyout "$secrets/tls.key" -out "$secrets/tls.crt" 2>/dev/null
  chown 10001:10001 "$secrets/tls.key" "$secrets/tls.crt"
}
empty() { install -m 0600 -o 10001 -g 10001 /dev/null "$secrets/$1"; }
write_site() {
  mkdir -p "$site"
  printf 'server_name %s;\n' "$domain" >"$site/names.conf"
  from=$(setting ST0R_REAL_IP_FROM)
  if [ -n "$from" ]; then
    printf 'set_real_ip_from %s;\nreal_ip_header X-Forwarded-For;\nreal_ip_recursive on;\n' "$from" >"$site/real-ip.conf"
  else
    printf '# Whoever connects is the client.\n' >"$site/real-ip.conf"
  fi
}

act 'build the images, unless they are there' docker compose build
[ -d "$secrets" ] || act "make $secrets for the account 10001" install -d -m 0700 -o 10001 -g 10001 "$secrets"
act 'create the keys that are missing' docker compose run --rm operator secrets init
act 'create the database passwords that are missing' docker compose run --rm operator database passwords
[ -f "$secrets/smtp-url" ] || act "make an empty $secrets/smtp-url: mail is off until it holds an address" empty smtp-url
for name in backup-target backup-safe-target; do
  [ -f "$secrets/$name" ] || act "make an empty $secrets/$name: only S3 and SFTP need it" empty "$name"
done
[ -f "$secrets/tls.crt" ] || act 'make a certificate for 30 days; put your own in its place' self_signed
act "write the site's name to $site" write_site

# --- up ---------------------------------------------------------------------------------------------------------------
act 'start, and wait until everything is healthy' docker compose up --detach --wait
if [ "$dry" = yes ]; then say 'Nothing was changed.'; exit 0; fi
say ''
say "ClientSt0r serves https://$domain"
link=$(docker compose exec -T api st0r setup-link)
[ -z "$link" ] || say "Set it up with this link, which works once:" "$link"
say "Keep a copy of $secrets apart from the database: without keyring.json no secret can be opened again."
