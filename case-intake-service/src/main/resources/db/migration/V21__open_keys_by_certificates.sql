-- A key is opened by secrets, or by client certificates. What an older replica keeps without saying which is a
-- secret; it takes the hash of a certificate for one that no secret has.
alter table api_key
  add column kind text not null default 'secret' check (kind in ('secret', 'certificate'));

comment on column api_key_secret.hash is
  'SHA-256 of the secret, or of the certificate (DER), by the kind of the key';

-- A certificate opens one key.
create unique index api_key_secret_opens_one on api_key_secret (hash);
