#!/bin/sh
# The operator's command line on a server: st0r <command>. Run it as root: it hands the secrets over to the account of the
# services for this one command and takes them away again. Only what makes or changes secrets works as root itself.
set -eu
[ "$(id -u)" = 0 ] || { echo 'Run st0r as root: it reads /etc/st0r/secrets.' >&2; exit 1; }
release=/opt/st0r/current
set -a
. /etc/st0r/st0r.env
set +a
export NODE_ENV=production

case "${1:-}" in
  secrets)
    SECRETS_DIR=/etc/st0r/secrets exec "$release/bin/st0r" "$@" ;;
  # These change secrets, so they work on the folder itself: on a copy they would change nothing.
  keys | token-key | database)
    for role in application migration retention; do
      name=$(printf '%s' "$role" | tr a-z A-Z)_
      [ "$role" = application ] && name=
      [ -f "/etc/st0r/secrets/database-$role" ] && export "${name}DATABASE_PASSWORD_FILE=/etc/st0r/secrets/database-$role"
    done
    SECRETS_DIR=/etc/st0r/secrets exec "$release/bin/st0r" "$@" ;;
esac

handed=$(mktemp -d /run/st0r-XXXXXXXX)
trap 'rm -rf "$handed"' EXIT
install -m 0400 -o st0r -g st0r /etc/st0r/secrets/* "$handed"
for name in backup-target backup-safe-target; do
  [ -f "$handed/$name" ] || install -m 0400 -o st0r -g st0r /dev/null "$handed/$name"
done
chown st0r:st0r "$handed"
cd /var/lib/st0r
status=0
SECRETS_DIR=$handed \
DATABASE_PASSWORD_FILE=$handed/database-application \
MIGRATION_DATABASE_PASSWORD_FILE=$handed/database-migration \
RETENTION_DATABASE_PASSWORD_FILE=$handed/database-retention \
SMTP_URL_FILE=$handed/smtp-url \
BACKUP_TARGET_SECRET_FILE=$handed/backup-target \
BACKUP_SAFE_TARGET_SECRET_FILE=$handed/backup-safe-target \
  setpriv --reuid st0r --regid st0r --clear-groups --no-new-privs --bounding-set=-all "$release/bin/st0r" "$@" || status=$?

# A restore brings lost secrets back; where one is there already, it stays.
if [ "${1:-}" = backup ]; then
  for name in keyring.json token-signing.key pepper.key audit-mac.key checkpoint-signing.key; do
    [ ! -f "$handed/$name" ] || [ -e "/etc/st0r/secrets/$name" ] ||
      install -m 0600 -o root -g root "$handed/$name" "/etc/st0r/secrets/$name"
  done
fi
exit "$status"
