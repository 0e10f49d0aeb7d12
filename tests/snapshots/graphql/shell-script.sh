#!/usr/bin/env bash
# Ask a GraphQL API
# Install: apt install jq
# Run: CODE_TOKEN=... bash graphql.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl https://code.example.com/graphql \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  -H "Authorization: Bearer ${CODE_TOKEN:?}" \
  -H 'Content-Type: application/json' \
  -d '{
    "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
    "variables": {"owner": "ada", "name": "engine", "count": 2}
  }')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
jq .data.repository.issues.nodes "${answer}"
