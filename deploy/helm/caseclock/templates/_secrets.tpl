{{/*
Every key of a Secret that this release reads and no operator makes for it, as a list of {name, key}. type: of the Secret, where it is not an opaque one;
binary: what it holds is no text; early: a Job before the install reads it.
*/}}
{{- define "caseclock.secrets" -}}
{{- $values := .Values -}}
{{- $jobs := $values.migrations.job.enabled -}}
{{- $gate := $values.packs.gate -}}
{{- $all := list (dict "of" $values.oidc.clientSecret) -}}
{{- range $name := list "intake" "monitor" "notification" -}}
{{- $service := get $values $name -}}
{{- $migration := $service.postgresql.migration -}}
{{- $own := ne $migration.username "" -}}
{{- $all = append $all (dict "of" $service.postgresql.passwordSecret "early" (and $jobs (not $own))) -}}
{{- if $values.postgresqlCluster.enabled -}}
{{- range $role := ternary (list $service.postgresql $migration) (list $service.postgresql) $own -}}
{{- $all = append $all (dict "of" (dict "name" $role.passwordSecret.name "key" "username") "type" "kubernetes.io/basic-auth") -}}
{{- end -}}
{{- end -}}
{{- if $own -}}
{{- $all = append $all (dict "of" $migration.passwordSecret "early" $jobs) -}}
{{- end -}}
{{- range $secret := concat (values $values.secretSettings) (values $service.secretSettings) -}}
{{- $all = append $all (dict "of" $secret) -}}
{{- end -}}
{{- end -}}
{{- if and (include "caseclock.checksPostgresql" .) (not $values.postgresqlCluster.enabled) -}}
{{- $all = append $all (dict "of" $values.postgresql.caSecret "early" $jobs) -}}
{{- end -}}
{{- if and (hasPrefix "SASL_" $values.kafka.securityProtocol) (not $values.kafkaCluster.enabled) -}}
{{- $all = append $all (dict "of" $values.kafka.saslJaasSecret) -}}
{{- end -}}
{{- if $values.trustStore.secret.name -}}
{{- $all = append $all (dict "of" $values.trustStore.secret "binary" true "early" $jobs) -}}
{{- end -}}
{{- with $values.intake.clientCertificates -}}
{{- if .enabled -}}
{{- range $key := list "tls.crt" "tls.key" -}}
{{- $all = append $all (dict "of" (dict "name" $values.intake.clientCertificates.tlsSecret "key" $key) "type" "kubernetes.io/tls") -}}
{{- end -}}
{{- $all = append $all (dict "of" .caSecret) -}}
{{- end -}}
{{- end -}}
{{- $mail := $values.notification.mail -}}
{{- if and $mail.enabled $mail.credentialsSecret.name -}}
{{- range $key := list $mail.credentialsSecret.usernameKey $mail.credentialsSecret.passwordKey -}}
{{- $all = append $all (dict "of" (dict "name" $mail.credentialsSecret.name "key" $key)) -}}
{{- end -}}
{{- end -}}
{{- if $values.ingress.enabled -}}
{{- range $key := list "tls.crt" "tls.key" -}}
{{- $all = append $all (dict "of" (dict "name" $values.ingress.tlsSecret "key" $key) "type" "kubernetes.io/tls") -}}
{{- end -}}
{{- end -}}
{{- if $values.serviceMonitor.enabled -}}
{{- $all = append $all (dict "of" $values.serviceMonitor.tokenSecret) -}}
{{- end -}}
{{- if $gate.enabled -}}
{{- $all = append $all (dict "of" $gate.tokenSecret "early" true) -}}
{{- end -}}
{{- range $name := $values.image.pullSecrets -}}
{{- $all = append $all (dict "of" (dict "name" $name "key" ".dockerconfigjson") "type" "kubernetes.io/dockerconfigjson" "early" (or $jobs $gate.enabled)) -}}
{{- end -}}
{{- toYaml $all -}}
{{- end -}}
