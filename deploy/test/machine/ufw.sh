#!/bin/sh
# Stands for ufw on a machine of the tests: closed but for what was allowed, by rules of the kernel for this machine's own
# network. It knows the forms of a rule that the installer and our pages use, and refuses any other.
set -eu
rules=/etc/ufw/rules
mkdir -p /etc/ufw && touch "$rules"

admit() {
  nft add rule inet ufw input "$@" accept
}

case "$*" in
  'show added') cat "$rules"; exit 0 ;;
  status) echo 'Status: active'; exit 0 ;;
  '--force enable')
    nft add table inet ufw
    nft add chain inet ufw input '{ type filter hook input priority 0; policy drop; }'
    admit ct state established,related
    admit iif lo
    admit meta l4proto '{ icmp, icmpv6 }'
    exit 0 ;;
esac

echo "ufw $*" >>"$rules"
case "$*" in
  'limit OpenSSH') admit tcp dport 22 ;;
  'allow ClientSt0r') admit tcp dport '{ 80, 443 }' ;;
  'allow from '*' to '*' port '*' proto tcp') admit ip saddr "$3" ip daddr "$5" tcp dport "$7" ;;
  *) echo "ERROR: Could not find a profile matching '$*'" >&2; exit 1 ;;
esac
