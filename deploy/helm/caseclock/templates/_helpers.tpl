{{/* What all objects of this release begin with. */}}
{{- define "caseclock.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The name of one service's objects. Here and below: root, the name of the service, its values. */}}
{{- define "caseclock.name" -}}
{{ include "caseclock.fullname" .root }}-{{ .name }}
{{- end -}}

{{/* What all pods of this release have in common. */}}
{{- define "caseclock.release" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* What the pods of one service have in common; it never changes. */}}
{{- define "caseclock.selector" -}}
{{ include "caseclock.release" .root }}
app.kubernetes.io/component: {{ .name }}
{{- end -}}

{{- define "caseclock.labels" -}}
{{ include "caseclock.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* Labels of what belongs to no single service. */}}
{{- define "caseclock.commonLabels" -}}
{{ include "caseclock.release" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* The port of a service by its name, in the container and before it. */}}
{{- define "caseclock.port" -}}
{{- get (dict "intake" "8081" "monitor" "8082" "notification" "8080") . -}}
{{- end -}}

{{/* Whether callers of this service may sign in by certificates. */}}
{{- define "caseclock.takesCertificates" -}}
{{- if and (eq .name "intake") .root.Values.intake.clientCertificates.enabled -}}true{{- end -}}
{{- end -}}

{{/* The port at which they do, in the container and before it. */}}
{{- define "caseclock.tlsPort" -}}
8443
{{- end -}}

{{- define "caseclock.image" -}}
{{- if .service.image.digest -}}
{{ .service.image.repository }}@{{ .service.image.digest }}
{{- else -}}
{{ .service.image.repository }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{/* Whether the number of replicas is somebody else's. */}}
{{- define "caseclock.scaled" -}}
{{- if and .service.autoscaling.enabled (dig "lagScaling" "enabled" false .service) -}}
{{- fail (printf "%s: autoscaling and lagScaling are both enabled; one of them sets the number of replicas" .name) -}}
{{- end -}}
{{- if or .service.autoscaling.enabled (dig "lagScaling" "enabled" false .service) -}}true{{- end -}}
{{- end -}}

{{/* Whether the server's certificate is checked, so that its authority's is needed. */}}
{{- define "caseclock.checksPostgresql" -}}
{{- if hasPrefix "verify-" (include "caseclock.postgresql" . | fromYaml).sslMode -}}true{{- end -}}
{{- end -}}

{{/* What one key of a Secret holds, as the source of a variable. */}}
{{- define "caseclock.fromSecret" -}}
secretKeyRef:
  name: {{ .name }}
  key: {{ .key }}
{{- end -}}

{{/* Where the pack with that id lies in the container. */}}
{{- define "caseclock.packFolder" -}}
/etc/caseclock/packs/{{ . }}
{{- end -}}
