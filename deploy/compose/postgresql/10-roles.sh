#!/usr/bin/env bash
# Run once by the image of PostgreSQL, when its volume is empty: for each service a schema, the role that owns it and
# migrates, and the role of the service, which reads and writes rows.
set -euo pipefail

secrets="${SECRETS:-/run/secrets}"

# password FILE PROPERTY
password() {
  local found
  found=$(sed -n "s/^$2=//p" "$secrets/$1")
  if [[ ! $found =~ ^[0-9a-f]{64}$ ]]; then
    echo "$1 has no password as make-secrets makes one" >&2
    return 1
  fi
  echo "$found"
}

for role in intake monitor notification; do
  password=$(password "$role.properties" 'quarkus\.datasource\.password')
  owners_password=$(password "$role-migration.properties" 'quarkus\.flyway\.password')
  psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
create role $role login password '$password';
create role ${role}_migration login password '$owners_password';
grant connect, temporary on database $POSTGRES_DB to $role, ${role}_migration;
create schema $role authorization ${role}_migration;
grant usage on schema $role to $role;
alter default privileges for role ${role}_migration in schema $role
  grant select, insert, update, delete on tables to $role;
alter default privileges for role ${role}_migration in schema $role grant usage on sequences to $role;
SQL
done
psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
revoke all on database $POSTGRES_DB from public;
SQL
