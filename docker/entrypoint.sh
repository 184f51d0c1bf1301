#!/bin/sh
# The addresses of the database and the mail server hold passwords, so they come as files and never stand in the compose file or `docker inspect`.
set -eu
if [ -n "${DATABASE_URL_FILE:-}" ]; then
  DATABASE_URL=$(cat "$DATABASE_URL_FILE")
  export DATABASE_URL
fi
if [ -n "${SMTP_URL_FILE:-}" ]; then
  SMTP_URL=$(cat "$SMTP_URL_FILE")
  export SMTP_URL
fi
exec "$@"
