{{/* What is mounted: a folder to write to, certificates, and rule packs of the site's own. */}}
{{- define "caseclock.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if include "caseclock.checksPostgresql" .root }}
- name: postgresql-ca
  mountPath: /etc/caseclock/postgresql
  readOnly: true
{{- end }}
{{- if .root.Values.trustStore.secret.name }}
- name: trust
  mountPath: /etc/caseclock/trust
  readOnly: true
{{- end }}
{{- if include "caseclock.takesCertificates" . }}
- name: tls
  mountPath: /etc/caseclock/tls
  readOnly: true
- name: client-ca
  mountPath: /etc/caseclock/client-ca
  readOnly: true
{{- end }}
{{ include "caseclock.packMounts" . }}
{{- end -}}

{{/* Rule packs of the site's own alone. */}}
{{- define "caseclock.packMounts" -}}
{{- range $pack := .root.Values.packs.configMaps }}
{{- /* File by file: the folder of a ConfigMap is made of links, and a pack is read without following any. */}}
{{- range $path := keys $pack.files | sortAlpha }}
- name: pack-{{ $pack.id }}
  mountPath: {{ include "caseclock.packFolder" $pack.id }}/{{ $path }}
  subPath: {{ get $pack.files $path }}
  readOnly: true
{{- end }}
{{- end }}
{{- range .root.Values.packs.images }}
- name: pack-{{ .id }}
  mountPath: {{ include "caseclock.packFolder" .id }}
  readOnly: true
{{- end }}
{{- end -}}

{{- define "caseclock.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .root.Values.tmpSize }}
{{- if include "caseclock.checksPostgresql" .root }}
- name: postgresql-ca
  secret:
    {{- with (include "caseclock.postgresql" .root | fromYaml).caSecret }}
    secretName: {{ .name }}
    items:
      - key: {{ .key }}
        path: {{ .key }}
    {{- end }}
{{- end }}
{{- with .root.Values.trustStore.secret }}
{{- if .name }}
- name: trust
  secret:
    secretName: {{ .name }}
    items:
      - key: {{ .key }}
        path: {{ .key }}
{{- end }}
{{- end }}
{{- if include "caseclock.takesCertificates" . }}
{{- with .root.Values.intake.clientCertificates }}
- name: tls
  secret:
    secretName: {{ .tlsSecret }}
    items:
      - key: tls.crt
        path: tls.crt
      - key: tls.key
        path: tls.key
- name: client-ca
  secret:
    secretName: {{ .caSecret.name }}
    items:
      - key: {{ .caSecret.key }}
        path: {{ .caSecret.key }}
{{- end }}
{{- end }}
{{ include "caseclock.packVolumes" . }}
{{- end -}}

{{- define "caseclock.packVolumes" -}}
{{- range .root.Values.packs.configMaps }}
- name: pack-{{ .id }}
  configMap:
    name: {{ .name }}
{{- end }}
{{- range .root.Values.packs.images }}
- name: pack-{{ .id }}
  image:
    reference: {{ .reference | quote }}
    pullPolicy: {{ $.root.Values.image.pullPolicy }}
{{- end }}
{{- end -}}
