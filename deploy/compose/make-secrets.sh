#!/bin/sh
# Makes what compose.yaml takes from ./secrets: passwords, keys and certificates. It never writes over what is there.
# As root it also gives each file to the user of the one container that reads it; otherwise it says what is left to do.
#
#   sudo ./make-secrets.sh
set -eu
umask 077
cd "$(dirname "$0")"

# Users of the images: numbers, as in compose.yaml.
OBLIGO=10001
KURRENTDB=1001
POSTGRES=999
HAPROXY=99

mkdir -p secrets
../certificates/make-certificates.sh secrets/tls kurrentdb1 kurrentdb2 kurrentdb3 postgres
# A certificate for trying it out; browsers warn of it. Put chain and key of a real one here before going live.
[ -e secrets/ledger.pem ] || {
  ../certificates/make-certificates.sh secrets/tls "${1:-ledger.example}"
  cat "secrets/tls/${1:-ledger.example}/tls.crt" "secrets/tls/${1:-ledger.example}/tls.key" >secrets/ledger.pem
}

# Letters and digits: it goes into addresses as it is.
password() { openssl rand -hex 24; }
keep() { [ -e "$1" ] || cat >"$1"; }

openssl rand -base64 32 | keep secrets/access.key
password | keep secrets/postgres-superuser
password | keep secrets/postgres-password
password | keep secrets/kurrentdb-password
keep secrets/kurrentdb.env <<ENV
KURRENTDB_DEFAULT_ADMIN_PASSWORD=$(password)
KURRENTDB_DEFAULT_OPS_PASSWORD=$(password)
ENV
keep secrets/store <<STORE
kurrentdb://obligo:$(cat secrets/kurrentdb-password)@kurrentdb1:2113,kurrentdb2:2113,kurrentdb3:2113?tls=true&tlsCaFile=/run/secrets/ca.crt
STORE
keep secrets/postgres <<ADDRESS
postgres://obligo:$(cat secrets/postgres-password)@postgres:5432/obligo?sslmode=verify-full&sslrootcert=/run/secrets/ca.crt
ADDRESS

give() {
  owner=$1
  shift
  chown "$owner:$owner" "$@"
}
if [ "$(id -u)" = 0 ]; then
  give $OBLIGO secrets/access.key secrets/store secrets/postgres secrets/kurrentdb-password
  give $POSTGRES secrets/postgres-superuser secrets/postgres-password secrets/tls/postgres/tls.key
  give $HAPROXY secrets/ledger.pem
  for node in 1 2 3; do give $KURRENTDB "secrets/tls/kurrentdb$node/tls.key"; done
else
  echo "Not root: give the files in secrets to the users of the containers, as this script says." >&2
fi
chmod 0711 secrets
echo "secrets are in $(pwd)/secrets; secrets/tls/ca belongs on another machine"
