{{/* What is mounted: a folder to write to, certificates, and rule packs of the site's own. */}}
{{- define "caseclock.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if include "caseclock.checksPostgresql" . }}
- name: postgresql-ca
  mountPath: /etc/caseclock/postgresql
  readOnly: true
{{- end }}
{{- if .Values.trustStore.secret.name }}
- name: trust
  mountPath: /etc/caseclock/trust
  readOnly: true
{{- end }}
{{- range $pack := .Values.packs.configMaps }}
{{- /* File by file: the folder of a ConfigMap is made of links, and a pack is read without following any. */}}
{{- range $path := keys $pack.files | sortAlpha }}
- name: pack-{{ $pack.id }}
  mountPath: {{ include "caseclock.packFolder" $pack.id }}/{{ $path }}
  subPath: {{ get $pack.files $path }}
  readOnly: true
{{- end }}
{{- end }}
{{- range .Values.packs.images }}
- name: pack-{{ .id }}
  mountPath: {{ include "caseclock.packFolder" .id }}
  readOnly: true
{{- end }}
{{- end -}}

{{- define "caseclock.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .Values.tmpSize }}
{{- if include "caseclock.checksPostgresql" . }}
- name: postgresql-ca
  secret:
    {{- with (include "caseclock.postgresql" . | fromYaml).caSecret }}
    secretName: {{ .name }}
    items:
      - key: {{ .key }}
        path: {{ .key }}
    {{- end }}
{{- end }}
{{- with .Values.trustStore.secret }}
{{- if .name }}
- name: trust
  secret:
    secretName: {{ .name }}
    items:
      - key: {{ .key }}
        path: {{ .key }}
{{- end }}
{{- end }}
{{- range .Values.packs.configMaps }}
- name: pack-{{ .id }}
  configMap:
    name: {{ .name }}
{{- end }}
{{- range .Values.packs.images }}
- name: pack-{{ .id }}
  image:
    reference: {{ .reference | quote }}
    pullPolicy: {{ $.Values.image.pullPolicy }}
{{- end }}
{{- end -}}
