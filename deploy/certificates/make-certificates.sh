#!/bin/sh
# Makes a certificate authority of your own and certificates under it, for the connections between the machines of a
# ledger: a folder for each name, with tls.crt and tls.key. It never writes over what is there.
#
#   make-certificates.sh FOLDER NAME…
#   make-certificates.sh secrets/tls kurrentdb1 kurrentdb2 kurrentdb3 postgres
#
# NAME may carry further names and addresses: postgres,db.example,10.0.0.5. Browsers do not know this authority: what they
# reach needs a certificate from one that they know. Keep FOLDER/ca/ca.key away from the machines; it is not needed there.
set -eu

DAYS_OF_CA=3650
DAYS=825
# KurrentDB takes a connection for a node's when both certificates have the same common name.
COMMON_NAME=obligo-node

[ $# -ge 2 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1
shift
umask 077
# The folder that servers trust holds the authority's certificate and nothing else.
mkdir -p "$folder/ca" "$folder/trusted"

if [ ! -e "$folder/ca/ca.key" ]; then
  openssl req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days "$DAYS_OF_CA" \
    -subj '/O=Obligo/CN=Authority of the machines of the ledger' \
    -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout "$folder/ca/ca.key" -out "$folder/trusted/ca.crt" 2>/dev/null
  chmod 0644 "$folder/trusted/ca.crt"
  echo "made the authority $folder/trusted/ca.crt"
fi

# DNS:name or IP:address for each part of NAME, and what healthchecks ask.
alternative_names() {
  printf '%s\n' "$1,localhost,127.0.0.1" | tr ',' '\n' | while read -r part; do
    case $part in
      *:* | *[!0-9.]*) case $part in *:*) printf 'IP:%s,' "$part" ;; *) printf 'DNS:%s,' "$part" ;; esac ;;
      *) printf 'IP:%s,' "$part" ;;
    esac
  done | sed 's/,$//'
}

for given in "$@"; do
  name=${given%%,*}
  [ ! -e "$folder/$name/tls.crt" ] || { echo "kept $folder/$name/tls.crt"; continue; }
  mkdir -p "$folder/$name"
  # RSA, since every server and client here reads it.
  openssl req -new -newkey rsa:3072 -nodes -sha256 -subj "/O=Obligo/CN=$COMMON_NAME" \
    -keyout "$folder/$name/tls.key" -out "$folder/$name/tls.csr" 2>/dev/null
  cat >"$folder/$name/tls.ext" <<EXTENSIONS
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=serverAuth,clientAuth
subjectAltName=$(alternative_names "$given")
EXTENSIONS
  openssl x509 -req -sha256 -days "$DAYS" -in "$folder/$name/tls.csr" -CA "$folder/trusted/ca.crt" \
    -CAkey "$folder/ca/ca.key" -CAcreateserial -CAserial "$folder/ca/ca.srl" -extfile "$folder/$name/tls.ext" -out "$folder/$name/tls.crt" 2>/dev/null
  rm "$folder/$name/tls.csr" "$folder/$name/tls.ext"
  chmod 0644 "$folder/$name/tls.crt"
  openssl verify -CAfile "$folder/trusted/ca.crt" "$folder/$name/tls.crt" >/dev/null
  echo "made $folder/$name/tls.crt, good for $DAYS days"
done
# Others may look for the certificates; the keys stay closed.
chmod 0755 "$folder" "$folder/trusted"
