#!/bin/sh
# Runs once, when the volume is empty: the database of the ledger and the user that owns it. The user makes schemas and the
# group of readers by itself; it is no superuser.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --set password="$(cat "${OBLIGO_DATABASE_PASSWORD_FILE:-/run/secrets/postgres-password}")" \
  --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
CREATE ROLE obligo LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE obligo OWNER obligo TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE obligo FROM PUBLIC;
\connect obligo
REVOKE ALL ON SCHEMA public FROM PUBLIC;
SQL
