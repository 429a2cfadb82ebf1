{{/*
What every pod of this release says of itself, besides its containers: the restricted standard, and no token. Here and below: root, the
name of the part, and where it is not that of a service what makes its volumes and mounts.
*/}}
{{- define "caseclock.pod" -}}
automountServiceAccountToken: false
# Variables that Kubernetes makes of Services are named like our settings.
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  seccompProfile:
    type: RuntimeDefault
volumes:
  {{- include (.volumes | default "caseclock.volumes") . | nindent 2 }}
{{- with .root.Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* What every container may not, and what it sees. */}}
{{- define "caseclock.container" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
volumeMounts:
  {{- include (.mounts | default "caseclock.volumeMounts") . | nindent 2 }}
{{- end -}}
