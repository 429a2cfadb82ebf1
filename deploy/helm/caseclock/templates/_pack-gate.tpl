{{/* What the gate sees: a folder to write to, the token, and the packs of this release. */}}
{{- define "caseclock.gateMounts" -}}
- name: tmp
  mountPath: /tmp
- name: token
  mountPath: /etc/caseclock/token
  readOnly: true
{{ include "caseclock.packMounts" . }}
{{- end -}}

{{- define "caseclock.gateVolumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .root.Values.tmpSize }}
- name: token
  secret:
    {{- with .root.Values.packs.gate.tokenSecret }}
    secretName: {{ .name }}
    items:
      - key: {{ .key }}
        path: {{ .key }}
    {{- end }}
{{ include "caseclock.packVolumes" . }}
{{- end -}}

{{/* The monitor of this release within the cluster. */}}
{{- define "caseclock.monitorUrl" -}}
{{ printf "http://%s-monitor:%s" (include "caseclock.fullname" .) (include "caseclock.port" "monitor") }}
{{- end -}}
