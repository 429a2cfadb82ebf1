{{/*
One allowed arrow, as a policy of its own. root, name: the service whose pods it holds for; arrow: its name;
direction: egress or ingress; peers: the other side, where none nothing is allowed; ports: of the side that is called;
protocols; annotations: of the policy.
*/}}
{{- define "caseclock.arrow" -}}
{{- if .peers }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "caseclock.name" . }}-{{ .arrow }}
  labels:
    {{- include "caseclock.labels" . | nindent 4 }}
  {{- with .annotations }}
  annotations:
    {{- . | nindent 4 }}
  {{- end }}
spec:
  podSelector:
    matchLabels:
      {{- include "caseclock.selector" . | nindent 6 }}
  policyTypes:
    - {{ title .direction }}
  {{ .direction }}:
    - {{ eq .direction "egress" | ternary "to" "from" }}:
        {{- toYaml .peers | nindent 8 }}
      ports:
        {{- range $port := .ports }}
        {{- range $protocol := $.protocols | default (list "TCP") }}
        - port: {{ $port }}
          protocol: {{ $protocol }}
        {{- end }}
        {{- end }}
{{- end }}
{{- end -}}

{{/* The pods of a service of this release, as the other side of an arrow. */}}
{{- define "caseclock.pods" -}}
- podSelector:
    matchLabels:
      {{- include "caseclock.selector" . | nindent 6 }}
{{- end -}}

{{/* The ports of the brokers, one a line. */}}
{{- define "caseclock.kafkaPorts" -}}
{{- $ports := list -}}
{{- range (include "caseclock.kafka" . | fromYaml).bootstrapServers -}}
{{- $ports = append $ports (regexFind "[0-9]+$" .) -}}
{{- end -}}
{{- range $ports | uniq }}
- {{ . }}
{{- end -}}
{{- end -}}

{{/* The port of the OpenID Connect provider. */}}
{{- define "caseclock.oidcPort" -}}
{{- include "caseclock.portOf" .Values.oidc.authServerUrl -}}
{{- end -}}

{{/* The port of an address. */}}
{{- define "caseclock.portOf" -}}
{{- $url := urlParse . -}}
{{- $usual := eq $url.scheme "http" | ternary "80" "443" -}}
{{- regexFind ":[0-9]+$" $url.host | trimPrefix ":" | default $usual -}}
{{- end -}}
