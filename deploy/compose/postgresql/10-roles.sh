#!/usr/bin/env bash
# Run once by the image of PostgreSQL, when its volume is empty: a role and a schema for each service.
set -euo pipefail

secrets="${SECRETS:-/run/secrets}"

for role in intake monitor notification; do
  password=$(sed -n 's/^quarkus\.datasource\.password=//p' "$secrets/$role.properties")
  if [[ ! $password =~ ^[0-9a-f]{64}$ ]]; then
    echo "$role.properties has no password as make-secrets makes one" >&2
    exit 1
  fi
  psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
create role $role login password '$password';
grant connect, temporary on database $POSTGRES_DB to $role;
create schema $role authorization $role;
alter role $role set search_path = $role;
SQL
done
psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
revoke all on database $POSTGRES_DB from public;
SQL
