#!/bin/sh
# Runs once, when the database is first made: the role that owns and migrates the schema is no superuser.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/database_owner_password)" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE samverkan_owner LOGIN CREATEROLE BYPASSRLS PASSWORD :'password';
ALTER DATABASE samverkan OWNER TO samverkan_owner;
SQL
