#!/bin/sh
# Run once by the postgres image on an empty volume: the three login roles, none of which walks through
# row-level security, and the database that the owner role owns.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v system="$SYSTEM_PASSWORD" <<'SQL'
create role guichet_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner';
create role guichet_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app';
create role guichet_system login nosuperuser nobypassrls nocreatedb nocreaterole password :'system';
create database guichet owner guichet_owner;
SQL
