{{/* Where PostgreSQL is, and what is known of its certificate: the values, or what CloudNativePG makes. */}}
{{- define "caseclock.postgresql" -}}
{{- if .Values.postgresqlCluster.enabled -}}
host: {{ .Values.postgresqlCluster.name }}-rw
port: 5432
database: {{ .Values.postgresql.database }}
sslMode: verify-full
caSecret:
  name: {{ .Values.postgresqlCluster.name }}-ca
  key: ca.crt
peers:
  - podSelector:
      matchLabels:
        cnpg.io/cluster: {{ .Values.postgresqlCluster.name }}
{{- else -}}
{{ toYaml .Values.postgresql }}
peers:
  {{- toYaml .Values.networkPolicy.postgresql | nindent 2 }}
{{- end -}}
{{- end -}}

{{/* Where Kafka is, and how services prove who they are: the values, or what Strimzi makes. */}}
{{- define "caseclock.kafka" -}}
{{- if .Values.kafkaCluster.enabled -}}
{{- $cluster := .Values.kafkaTopics.cluster -}}
bootstrapServers:
  - {{ $cluster }}-kafka-bootstrap.{{ .Release.Namespace }}.svc:9093
securityProtocol: {{ eq .Values.kafkaCluster.authentication "tls" | ternary "SSL" "SASL_SSL" }}
saslMechanism: SCRAM-SHA-512
caSecret:
  name: {{ $cluster }}-cluster-ca-cert
  key: ca.crt
peers:
  - podSelector:
      matchLabels:
        strimzi.io/cluster: {{ $cluster }}
        strimzi.io/name: {{ $cluster }}-kafka
{{- else -}}
{{ toYaml .Values.kafka }}
peers:
  {{- toYaml .Values.networkPolicy.kafka | nindent 2 }}
{{- end -}}
{{- end -}}

{{/* How one service signs in to Kafka; a user that Strimzi makes has a Secret of its own name. */}}
{{- define "caseclock.kafkaEnvironment" -}}
{{- $kafka := include "caseclock.kafka" .root | fromYaml -}}
{{- $made := .root.Values.kafkaCluster.enabled -}}
{{- $user := include "caseclock.name" . -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ join "," $kafka.bootstrapServers | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $kafka.securityProtocol | quote }}
{{- if hasPrefix "SASL_" $kafka.securityProtocol }}
- name: KAFKA_SASL_MECHANISM
  value: {{ $kafka.saslMechanism | quote }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    {{- include "caseclock.fromSecret" ($made | ternary (dict "name" $user "key" "sasl.jaas.config") .root.Values.kafka.saslJaasSecret) | nindent 4 }}
{{- end }}
{{- if $made }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_CERTIFICATES
  valueFrom:
    {{- include "caseclock.fromSecret" $kafka.caSecret | nindent 4 }}
{{- if eq $kafka.securityProtocol "SSL" }}
- name: KAFKA_SSL_KEYSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN
  valueFrom:
    {{- include "caseclock.fromSecret" (dict "name" $user "key" "user.crt") | nindent 4 }}
- name: KAFKA_SSL_KEYSTORE_KEY
  valueFrom:
    {{- include "caseclock.fromSecret" (dict "name" $user "key" "user.key") | nindent 4 }}
{{- end }}
{{- end }}
{{- end -}}
