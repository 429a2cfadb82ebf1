{{/*
What each service does with topics: those that it reads, with the group in which it does, and those that it writes. Besides,
it writes for each that it reads a topic of what it could not take.
*/}}
{{- define "caseclock.topics" -}}
intake:
  reads: {}
  writes:
    - case-events
    - directory
monitor:
  reads:
    case-events: deadline-monitor
    notice-events: deadline-monitor-notices
    directory: deadline-monitor-directory
  writes:
    - deadline-events
    - period-numbers
    - case-levels
notification:
  reads:
    deadline-events: notification
    directory: notification-directory
    period-numbers: notification-bulletins
    case-levels: notification-case-levels
  writes:
    - notice-events
{{- end -}}

{{/* All topics that the service writes, one a line. Here and below: name, of the service; its entry above. */}}
{{- define "caseclock.written" -}}
{{- range .topics.writes }}
- {{ . }}
{{- end }}
{{- range $topic := keys .topics.reads | sortAlpha }}
- {{ $topic }}.{{ $.name }}.dead-letter
{{- end }}
{{- end -}}
