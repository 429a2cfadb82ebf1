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

{{/* The name and labels of a Job are those of a part of its own, or a Service and a budget would count its pods. */}}
{{- define "caseclock.migration" -}}
{{ printf "%s-migration" . }}
{{- end -}}
