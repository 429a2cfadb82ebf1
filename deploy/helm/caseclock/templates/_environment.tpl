{{/* All variables of one service: the chart's own, then the site's, which may not name one of those. */}}
{{- define "caseclock.environment" -}}
{{- $own := include "caseclock.ownEnvironment" . | fromYamlArray -}}
{{- $taken := list -}}
{{- range $own -}}
{{- $taken = append $taken .name -}}
{{- end -}}
{{- $plain := merge (deepCopy .service.settings) .root.Values.settings -}}
{{- $secret := merge (deepCopy .service.secretSettings) .root.Values.secretSettings -}}
{{- range $variable := concat (keys $plain) (keys $secret) -}}
{{- if has $variable $taken -}}
{{- fail (printf "settings of %s: %s is set by other values, or twice" $.name $variable) -}}
{{- end -}}
{{- $taken = append $taken $variable -}}
{{- end -}}
{{ toYaml $own }}
{{- range $variable := keys $plain | sortAlpha }}
- name: {{ $variable }}
  value: {{ get $plain $variable | toString | quote }}
{{- end }}
{{- range $variable := keys $secret | sortAlpha }}
- name: {{ $variable }}
  valueFrom:
    {{- include "caseclock.fromSecret" (get $secret $variable) | nindent 4 }}
{{- end }}
{{- end -}}

{{/* The variables that the chart sets. */}}
{{- define "caseclock.ownEnvironment" -}}
{{- $values := .root.Values -}}
{{- $apart := include "caseclock.migrationRole" . -}}
{{ include "caseclock.databaseEnvironment" (merge (dict "role" .service.postgresql) .) }}
{{- if $values.migrations.job.enabled }}
# A Job has done it before.
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "false"
{{- else if $apart }}
- name: QUARKUS_FLYWAY_USERNAME
  value: {{ .service.postgresql.migration.username | quote }}
- name: QUARKUS_FLYWAY_PASSWORD
  valueFrom:
    {{- include "caseclock.fromSecret" .service.postgresql.migration.passwordSecret | nindent 4 }}
{{- end }}
{{ include "caseclock.kafkaEnvironment" . }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ $values.oidc.authServerUrl | quote }}
- name: QUARKUS_OIDC_TOKEN_ISSUER
  value: {{ $values.oidc.issuer | default $values.oidc.authServerUrl | quote }}
{{- if $values.oidc.audience }}
- name: QUARKUS_OIDC_TOKEN_AUDIENCE
  {{- if eq .name "notification" }}
  value: {{ printf "%s,%s" $values.oidc.audience $values.oidc.clientId | quote }}
  {{- else }}
  value: {{ $values.oidc.audience | quote }}
  {{- end }}
{{- end }}
- name: QUARKUS_OIDC_CLIENT_ID
  value: {{ $values.oidc.clientId | quote }}
- name: QUARKUS_OIDC_CREDENTIALS_SECRET
  valueFrom:
    {{- include "caseclock.fromSecret" $values.oidc.clientSecret | nindent 4 }}
{{- if $values.oidc.revokedWithin }}
- name: CASECLOCK_TOKENS_REVOKED_WITHIN
  value: {{ $values.oidc.revokedWithin | quote }}
{{- end }}
- name: CASECLOCK_PACKS
  value: {{ include "caseclock.packs" .root | quote }}
{{- if $values.traces.endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ $values.traces.endpoint | quote }}
- name: OTEL_TRACES_SAMPLER
  value: parentbased_traceidratio
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ $values.traces.share | toString | quote }}
{{- end }}
{{- if $values.trustedProxies }}
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," $values.trustedProxies | quote }}
{{- end }}
{{- if eq .name "intake" }}
{{ include "caseclock.intakeEnvironment" . }}
{{- else }}
- name: CASECLOCK_CONSOLE_URL
  value: {{ $values.urls.console | quote }}
{{- end }}
{{- if eq .name "notification" }}
{{ include "caseclock.notificationEnvironment" . }}
{{- end }}
{{- end -}}

{{/* The JVM, and the database by a role: its user and the Secret of its password. */}}
{{- define "caseclock.databaseEnvironment" -}}
- name: JDK_JAVA_OPTIONS
  value: {{ include "caseclock.javaOptions" . | quote }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ include "caseclock.jdbcUrl" . | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  value: {{ .role.username | quote }}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    {{- include "caseclock.fromSecret" .role.passwordSecret | nindent 4 }}
{{- end -}}

{{/* A service that migrates its schema and ends: it asks nobody but PostgreSQL. */}}
{{- define "caseclock.migrationEnvironment" -}}
{{- $role := eq (include "caseclock.migrationRole" .) "true" | ternary .service.postgresql.migration .service.postgresql -}}
{{ include "caseclock.databaseEnvironment" (merge (dict "role" $role) .) }}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "true"
- name: QUARKUS_INIT_AND_EXIT
  value: "true"
- name: QUARKUS_OIDC_TENANT_ENABLED
  value: "false"
{{- end -}}

{{/* Where topics are declared to Strimzi, intake makes none. */}}
{{- define "caseclock.intakeEnvironment" -}}
{{- $values := .root.Values -}}
- name: CASECLOCK_MONITOR_URL
  value: {{ $values.urls.monitor | quote }}
- name: CASECLOCK_TOPICS_CREATE
  value: {{ not $values.kafkaTopics.enabled | quote }}
- name: CASECLOCK_TOPICS_PARTITIONS
  value: {{ $values.kafka.partitions | quote }}
- name: CASECLOCK_TOPICS_REPLICATION
  value: {{ $values.kafka.replication | quote }}
{{- if include "caseclock.takesCertificates" . }}
- name: QUARKUS_HTTP_TLS_CONFIGURATION_NAME
  value: intake
- name: QUARKUS_TLS_INTAKE_KEY_STORE_PEM_SERVER_CERT
  value: /etc/caseclock/tls/tls.crt
- name: QUARKUS_TLS_INTAKE_KEY_STORE_PEM_SERVER_KEY
  value: /etc/caseclock/tls/tls.key
- name: QUARKUS_TLS_INTAKE_TRUST_STORE_PEM_CERTS
  value: /etc/caseclock/client-ca/{{ .service.clientCertificates.caSecret.key }}
{{- end }}
{{- end -}}

{{- define "caseclock.notificationEnvironment" -}}
{{- $mail := .service.mail -}}
- name: CASECLOCK_MONITOR_URL
  value: {{ include "caseclock.monitorUrl" .root | quote }}
- name: CASECLOCK_EMAIL_ENABLED
  value: {{ $mail.enabled | quote }}
{{- if $mail.enabled }}
- name: CASECLOCK_EMAIL_FROM
  value: {{ $mail.from | quote }}
- name: QUARKUS_MAILER_HOST
  value: {{ $mail.host | quote }}
- name: QUARKUS_MAILER_PORT
  value: {{ $mail.port | quote }}
- name: QUARKUS_MAILER_TLS
  value: {{ $mail.tls | quote }}
- name: QUARKUS_MAILER_START_TLS
  value: {{ $mail.startTls | quote }}
{{- if $mail.credentialsSecret.name }}
- name: QUARKUS_MAILER_USERNAME
  valueFrom:
    {{- include "caseclock.fromSecret" (dict "name" $mail.credentialsSecret.name "key" $mail.credentialsSecret.usernameKey) | nindent 4 }}
- name: QUARKUS_MAILER_PASSWORD
  valueFrom:
    {{- include "caseclock.fromSecret" (dict "name" $mail.credentialsSecret.name "key" $mail.credentialsSecret.passwordKey) | nindent 4 }}
{{- end }}
{{- end }}
{{- end -}}

{{/* A truststore of the site's own holds for whatever is reached over TLS but PostgreSQL. */}}
{{- define "caseclock.javaOptions" -}}
{{ .service.javaOptions }}
{{- if .root.Values.trustStore.secret.name }} -Djavax.net.ssl.trustStore=/etc/caseclock/trust/{{ .root.Values.trustStore.secret.key }} -Djavax.net.ssl.trustStoreType={{ .root.Values.trustStore.type }}
{{- end }}
{{- end -}}

{{- define "caseclock.jdbcUrl" -}}
{{- $server := include "caseclock.postgresql" .root | fromYaml -}}
jdbc:postgresql://{{ $server.host }}:{{ $server.port }}/{{ $server.database }}?ApplicationName=caseclock-{{ .name }}&currentSchema={{ .service.postgresql.schema }}&sslmode={{ $server.sslMode }}
{{- if include "caseclock.checksPostgresql" .root }}&sslrootcert=/etc/caseclock/postgresql/{{ $server.caSecret.key }}
{{- end }}
{{- end -}}

{{/* Ids of shipped packs, then folders of the site's own, in this order. */}}
{{- define "caseclock.packs" -}}
{{- $packs := .Values.packs.shipped -}}
{{- range concat .Values.packs.configMaps .Values.packs.images -}}
{{- $packs = append $packs (include "caseclock.packFolder" .id) -}}
{{- end -}}
{{- join "," $packs -}}
{{- end -}}
