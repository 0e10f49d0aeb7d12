#!/usr/bin/env bash
# Ask a GraphQL API
# Run: CODE_TOKEN=... bash graphql.sh
set -euo pipefail
: "${CODE_TOKEN:?}"

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --header "Authorization: Bearer ${CODE_TOKEN}" \
  --header 'Content-Type: application/json' \
  --data-raw '{
    "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
    "variables": {"owner": "ada", "name": "engine", "count": 2}
  }' \
  'https://code.example.com/graphql')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
