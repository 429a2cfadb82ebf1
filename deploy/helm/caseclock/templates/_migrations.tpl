{{/* What makes an object a hook that is there before an install or upgrade, and is taken away when that went well. */}}
{{- define "caseclock.hook" -}}
helm.sh/hook: pre-install,pre-upgrade
{{ include "caseclock.hookAt" . }}
{{- end -}}

{{/* The same before an upgrade alone. */}}
{{- define "caseclock.upgradeHook" -}}
helm.sh/hook: pre-upgrade
{{ include "caseclock.hookAt" . }}
{{- end -}}

{{- define "caseclock.hookAt" -}}
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}

{{/*
Whether tables belong to a role of their own. Where the service's role is to own them, so that it could change the audit log, the
values have to say so. name: of the service; service: its values.
*/}}
{{- define "caseclock.migrationRole" -}}
{{- $role := .service.postgresql -}}
{{- $place := printf "%s.postgresql.migration" .name -}}
{{- if and $role.migration.username $role.migration.sameRole -}}
{{- fail (printf "%s: username and sameRole exclude each other; one role owns the tables" $place) -}}
{{- else if eq $role.migration.username $role.username -}}
{{- fail (printf "%s.username: the role of the service itself; leave it empty and set %s.sameRole if that is meant" $place $place) -}}
{{- else if $role.migration.username -}}
true
{{- else if not $role.migration.sameRole -}}
{{- fail (printf "%s.username: name the role that owns the tables, or set %s.sameRole: the service's own role could then change the audit log" $place $place) -}}
{{- end -}}
{{- end -}}

{{/* The name and labels of a Job are those of a part of its own, or a Service and a budget would count its pods. */}}
{{- define "caseclock.migration" -}}
{{ printf "%s-migration" . }}
{{- end -}}
