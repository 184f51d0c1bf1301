#!/bin/sh
# The database's address holds a password, so it comes as a file and never stands in the compose file or `docker inspect`.
set -eu
if [ -n "${DATABASE_URL_FILE:-}" ]; then
  DATABASE_URL=$(cat "$DATABASE_URL_FILE")
  export DATABASE_URL
fi
exec "$@"
